package downbeat.popups.domain.kind;

/** For whom a kind of ticket is. */
public enum Category {
    FREE,
    PAID,
    MEMBER,
    TRIAL,
    STAFF;

    public boolean isFor(Standing standing) {
        return switch (this) {
            case FREE, PAID -> true;
            case MEMBER -> standing != Standing.GUEST;
            case TRIAL -> standing == Standing.GUEST;
            case STAFF -> standing == Standing.STAFF;
        };
    }
}
