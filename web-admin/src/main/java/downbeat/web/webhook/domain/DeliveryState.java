package downbeat.web.webhook.domain;

/** How far a delivery is. */
public enum DeliveryState {
    /** For its first or next try. */
    WAITING,
    /** The endpoint has it. */
    DELIVERED,
    /** It was the last try. */
    FAILED
}
