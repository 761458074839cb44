package downbeat.popups.pass;

import downbeat.popups.domain.door.Reason;

/** What is wrong with something that was shown as a pass. */
public enum PassProblem {
    /** It is no pass at all: the code of something else. */
    UNREADABLE,
    /** The end is missing. */
    TRUNCATED,
    /** It is signed with a key that is not published here: an old one, or a stranger's. */
    UNKNOWN_KEY,
    /** The signature is not that of the key. */
    FORGED,
    /** A genuine pass of another pop-up. */
    FOREIGN,
    /** Genuine, and past its time. */
    EXPIRED;

    /** As the door tells it. */
    public Reason reason() {
        return switch (this) {
            case UNREADABLE, TRUNCATED -> Reason.UNREADABLE;
            case UNKNOWN_KEY -> Reason.UNKNOWN_KEY;
            case FORGED -> Reason.FORGED;
            case FOREIGN -> Reason.FOREIGN;
            case EXPIRED -> Reason.EXPIRED;
        };
    }
}
