package downbeat.drops.domain;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names one drop. */
public record DropId(String value) implements Id {

    public DropId {
        Ids.check("drop id", value);
    }
}
