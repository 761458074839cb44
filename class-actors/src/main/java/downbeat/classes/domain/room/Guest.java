package downbeat.classes.domain.room;

import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import java.time.Duration;
import java.util.List;

/**
 * Somebody who was let into a room.
 *
 * @param stays in order, none within another; the last may be open
 */
public record Guest(RoomId room, ParticipantId who, List<Stay> stays) {

    public Guest {
        stays = List.copyOf(stays);
    }

    public boolean inside() {
        return !stays.isEmpty() && stays.getLast().open();
    }

    Duration within(TimeWindow window) {
        return stays.stream().map(stay -> stay.within(window)).reduce(Duration.ZERO, Duration::plus);
    }

    boolean same(RoomId otherRoom, ParticipantId other) {
        return room.equals(otherRoom) && who.equals(other);
    }
}
