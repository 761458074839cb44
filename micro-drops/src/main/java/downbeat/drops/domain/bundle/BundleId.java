package downbeat.drops.domain.bundle;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names a bundle within its drop. */
public record BundleId(String value) implements Id {

    public BundleId {
        Ids.check("bundle id", value);
    }
}
