package downbeat.classes.view;

import downbeat.classes.domain.ClassDetails;
import downbeat.classes.domain.Phase;
import downbeat.classes.domain.PlaceKind;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import java.time.Instant;

/** A class as the board lists it. */
public record ClassRow(
        ClassId id,
        AccountId trainer,
        ClassDetails details,
        Phase phase,
        Instant start,
        Instant end,
        Count online,
        Count inRoom) {

    /** @param left what can be booked now, never negative */
    public record Count(int capacity, int left, int waiting) {}

    public Count places(PlaceKind place) {
        return switch (place) {
            case ONLINE -> online;
            case IN_ROOM -> inRoom;
        };
    }

    /** Where a list goes on after this class. */
    public BoardCursor cursor() {
        return new BoardCursor(start, id);
    }
}
