package downbeat.drops.domain.crowd;

/** Which of those who took part a drop is for. */
public enum Audience {
    EVERYBODY,
    IN_ROOM,
    ONLINE,
    MEMBERS,
    TRIALS;

    boolean includes(Attendee attendee) {
        return switch (this) {
            case EVERYBODY -> true;
            case IN_ROOM -> attendee.inRoom();
            case ONLINE -> !attendee.inRoom();
            case MEMBERS -> !attendee.trial();
            case TRIALS -> attendee.trial();
        };
    }
}
