package downbeat.web.http.resource;

import downbeat.kernel.AccountId;
import downbeat.popups.domain.door.Device;
import downbeat.popups.domain.door.DeviceId;
import downbeat.web.http.operation.Call;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.http.resource.PopUpShelf.Found;
import downbeat.web.identity.Caller;
import java.time.Instant;
import java.util.Optional;

/**
 * Who stands at a door that opened for them.
 *
 * @param answers who answers for what is done: the organizer, or who is signed in at or invited the device
 * @param device as which they may act; the organizer as any
 * @param supervisor whether they may decide against the rules of the door
 */
public record AtDoor(Found found, AccountId answers, Optional<DeviceId> device, boolean supervisor) {

    /** What close-outs call them: the device's name, or the organizer's. */
    public String shownAs(Call call) {
        return known().map(Device::name)
                .or(() -> call.caller().map(Caller::name))
                .orElse("counter");
    }

    /** Whether they stood there as a device that was revoked by then. */
    public boolean revokedBy(Instant then) {
        return known().filter(it -> it.revokedBy(then)).isPresent();
    }

    private Optional<Device> known() {
        return device.flatMap(id -> PopUpShelf.device(found.card(), id));
    }

    /** Ends the request with 403 if they are another device. */
    void actsAs(DeviceId wanted, String field) {
        if (device.filter(own -> !own.equals(wanted)).isPresent()) {
            throw ProblemType.NOT_YOUR_DEVICE.at(field, "must be the device this browser was invited as.");
        }
    }

    /** Ends the request with 403 if they decide against the rules and may not. */
    void decides(boolean against, String field) {
        if (against && !supervisor) {
            throw ProblemType.SUPERVISOR_REQUIRED.at(
                    field, "is for the organizer and for devices that were invited as a supervisor's.");
        }
    }
}
