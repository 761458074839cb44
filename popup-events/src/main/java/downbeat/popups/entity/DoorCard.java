package downbeat.popups.entity;

import downbeat.popups.domain.door.Device;
import java.util.List;

/**
 * The door.
 *
 * @param untold let in by an offline device on a ticket that is none: never to happen, and if so to be looked at
 * @param all also counts what offline devices scanned at gates that are no more
 */
public record DoorCard(List<GateCard> gates, PassageCount all, List<Device> devices, int untold) {
    public DoorCard {
        gates = List.copyOf(gates);
        devices = List.copyOf(devices);
    }
}
