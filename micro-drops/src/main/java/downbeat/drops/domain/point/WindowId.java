package downbeat.drops.domain.point;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names a pickup window within its drop. */
public record WindowId(String value) implements Id {

    public WindowId {
        Ids.check("window id", value);
    }
}
