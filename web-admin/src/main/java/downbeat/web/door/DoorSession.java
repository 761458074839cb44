package downbeat.web.door;

import downbeat.kernel.AccountId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.door.DeviceId;
import java.time.Instant;

/**
 * A browser that stands at the door of one pop-up as one device, without an account. Whether the device is still trusted is
 * asked of the pop-up with every call.
 *
 * @param supervisor whether it may decide against the rules of the door
 * @param invitedBy who answers for it
 * @param expiresAt whole seconds
 */
public record DoorSession(PopUpId popUp, DeviceId device, boolean supervisor, AccountId invitedBy, Instant expiresAt) {}
