package downbeat.popups.domain;

import downbeat.kernel.Id;
import downbeat.kernel.Ids;

/** Names one pop-up, through every move. */
public record PopUpId(String value) implements Id {

    public PopUpId {
        Ids.check("pop-up id", value);
    }
}
