package downbeat.popups.entity;

import downbeat.popups.domain.door.Device;
import java.util.List;

/**
 * The door.
 *
 * @param all also counts what offline devices scanned at gates that are no more
 */
public record DoorCard(List<GateCard> gates, PassageCount all, List<Device> devices) {
    public DoorCard {
        gates = List.copyOf(gates);
        devices = List.copyOf(devices);
    }
}
