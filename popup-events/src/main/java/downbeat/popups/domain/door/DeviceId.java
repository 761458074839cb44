package downbeat.popups.domain.door;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names one scanner within the pop-up it was registered with. */
public record DeviceId(String value) implements Id {

    public DeviceId {
        Ids.check("device id", value);
    }
}
