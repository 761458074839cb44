package downbeat.popups.domain.ticket;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names one hold, chosen by whoever asks for it. */
public record HoldId(String value) implements Id {

    public HoldId {
        Ids.check("hold id", value);
    }
}
