package downbeat.popups.domain.door;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names one gate within its pop-up. */
public record GateId(String value) implements Id {

    public GateId {
        Ids.check("gate id", value);
    }
}
