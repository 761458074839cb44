package downbeat.popups.domain.door;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Marks the repeats of one scan, chosen by the device that scans. */
public record Nonce(String value) implements Id {

    public Nonce {
        Ids.check("nonce", value);
    }
}
