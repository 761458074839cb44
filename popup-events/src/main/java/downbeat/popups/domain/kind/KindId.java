package downbeat.popups.domain.kind;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names one kind of ticket within its pop-up; its organizer chooses it. */
public record KindId(String value) implements Id {

    public KindId {
        Ids.check("ticket kind id", value);
    }
}
