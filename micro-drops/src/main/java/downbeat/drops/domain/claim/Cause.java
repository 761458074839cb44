package downbeat.drops.domain.claim;

/** Why a claim is no more. */
public enum Cause {
    /** Its member gave it back. */
    CANCELLED,
    /** It was not paid in time. */
    HOLD_EXPIRED,
    OFFER_DECLINED,
    OFFER_EXPIRED,
    /** Nobody came for it. */
    NO_SHOW,
    /** The trainer took it back. */
    WITHDRAWN,
    /** Nothing is collected at its point any more, and its member chose no other. */
    POINT_CLOSED,
    DROP_CANCELLED
}
