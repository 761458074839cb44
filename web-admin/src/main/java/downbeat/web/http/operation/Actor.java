package downbeat.web.http.operation;

import downbeat.kernel.AccountId;
import downbeat.popups.domain.door.DeviceId;
import java.util.Optional;

/**
 * Who acted, where that shows only in the answer.
 *
 * @param account who has just signed in, or who answers for a device that has just come to a door
 */
public record Actor(AccountId account, Optional<DeviceId> device) {}
