package downbeat.classes.domain.room;

/**
 * A place in a room.
 *
 * @param number within the room, from 1; what is sold later has a higher one
 */
public record RoomTicket(RoomId room, int number) {

    public RoomTicket {
        if (number < 1) {
            throw new IllegalArgumentException("number must be 1 or more, but is " + number);
        }
    }

    /** Whether it is a place in the same room that was sold no later than the other. */
    boolean upTo(RoomTicket other) {
        return room.equals(other.room) && number <= other.number;
    }
}
