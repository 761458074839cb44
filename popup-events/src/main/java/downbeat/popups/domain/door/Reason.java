package downbeat.popups.domain.door;

/** Why a scan let somebody through or did not. */
public enum Reason {
    OK,
    /** A supervisor let them through against the rule. */
    OVERRIDDEN,
    ALREADY_INSIDE,
    NO_REENTRY,
    CANCELLED,
    /** The place was given up for another, online say. */
    RELEASED,
    /** The pass is of an earlier holder. */
    REPLACED,
    WRONG_GATE,
    NO_ENTRY_HERE,
    NO_EXIT_HERE,
    TOO_EARLY,
    TOO_LATE,
    POP_UP_CANCELLED,
    UNKNOWN_TICKET,
    /** The pass is of another pop-up. */
    FOREIGN,
    FORGED,
    UNREADABLE,
    UNKNOWN_KEY,
    EXPIRED;

    public boolean admits() {
        return this == OK || this == OVERRIDDEN;
    }

    /** Whether the rules of the door say so, and so a supervisor may decide otherwise; not what is wrong with a pass. */
    public boolean canBeOverridden() {
        return switch (this) {
            case ALREADY_INSIDE,
                    NO_REENTRY,
                    CANCELLED,
                    RELEASED,
                    REPLACED,
                    WRONG_GATE,
                    NO_ENTRY_HERE,
                    NO_EXIT_HERE,
                    TOO_EARLY,
                    TOO_LATE -> true;
            case OK, OVERRIDDEN, POP_UP_CANCELLED, UNKNOWN_TICKET, FOREIGN, FORGED, UNREADABLE, UNKNOWN_KEY, EXPIRED ->
                false;
        };
    }
}
