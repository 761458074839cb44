package downbeat.classes.domain.room;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names a room in which a class is followed together: a pop-up that is linked to it. */
public record RoomId(String value) implements Id {

    public RoomId {
        Ids.check("room id", value);
    }
}
