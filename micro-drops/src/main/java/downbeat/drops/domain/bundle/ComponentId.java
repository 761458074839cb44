package downbeat.drops.domain.bundle;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names a component within its drop. */
public record ComponentId(String value) implements Id {

    public ComponentId {
        Ids.check("component id", value);
    }
}
