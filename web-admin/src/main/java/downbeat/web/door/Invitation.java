package downbeat.web.door;

import downbeat.kernel.AccountId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.door.DeviceId;
import java.time.Instant;

/**
 * To stand at a door with a device.
 *
 * @param supervisor whether the device may decide against the rules of the door
 * @param invitedBy who answers for it
 * @param expiresAt until when its code can be taken
 */
public record Invitation(PopUpId popUp, DeviceId device, boolean supervisor, AccountId invitedBy, Instant expiresAt) {}
