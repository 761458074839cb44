package downbeat.classes.domain.room;

/**
 * People in a room of whom nobody knows who they are: walk-ins, and who came on another's ticket.
 *
 * @param inside how many now, 0 or more
 */
public record Unnamed(RoomId room, int inside) {

    public Unnamed {
        if (inside < 0) {
            throw new IllegalArgumentException("inside must be 0 or more, but is " + inside);
        }
    }
}
