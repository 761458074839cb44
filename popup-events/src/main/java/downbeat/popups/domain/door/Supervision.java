package downbeat.popups.domain.door;

import downbeat.kernel.AccountId;
import downbeat.kernel.bound.Bounds;

/**
 * A supervisor's word against a rule of the door.
 *
 * @param why 1 to 280 characters, for those who look at it later
 */
public record Supervision(AccountId supervisor, String why) {
    public Supervision {
        Bounds.text("why", why, 1, 280);
    }
}
