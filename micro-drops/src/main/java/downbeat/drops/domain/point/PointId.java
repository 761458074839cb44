package downbeat.drops.domain.point;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names a collection point: the id of the pop-up that is one, or {@link #ONLINE}. */
public record PointId(String value) implements Id {
    /** Where downloads are. */
    public static final PointId ONLINE = new PointId("online");

    public PointId {
        Ids.check("point id", value);
    }

    public boolean online() {
        return equals(ONLINE);
    }
}
