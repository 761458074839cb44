package downbeat.popups.domain.door;

import downbeat.kernel.Nonce;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gates, devices, and what was shown there that is no ticket of this pop-up. Scans of tickets are with the tickets.
 *
 * @param strays as many as {@link #MOST_STRAYS}, in time
 */
public record Door(List<Gate> gates, List<Device> devices, List<Stray> strays) {
    public static final int MOST_GATES = 50;
    public static final int MOST_DEVICES = 200;
    public static final int MOST_STRAYS = 5_000;
    public static final Door USUAL = new Door(List.of(Gate.main()), List.of(), List.of());

    public Door {
        gates = List.copyOf(gates);
        devices = List.copyOf(devices);
        strays = List.copyOf(strays);
    }

    public Optional<Gate> gate(GateId id) {
        return gates.stream().filter(gate -> gate.id().equals(id)).findFirst();
    }

    public Optional<Device> device(DeviceId id) {
        return devices.stream().filter(device -> device.id().equals(id)).findFirst();
    }

    public boolean trusts(DeviceId id, Instant then) {
        return device(id).filter(device -> !device.revokedBy(then)).isPresent();
    }

    /** Whether a gate lets in again those who went out. */
    public boolean reentry(GateId id) {
        return gate(id).filter(Gate::reentry).isPresent();
    }

    public Optional<Stray> stray(Nonce nonce) {
        return strays.stream().filter(stray -> stray.nonce().equals(nonce)).findFirst();
    }

    public Door with(List<Gate> others) {
        return new Door(others, devices, strays);
    }

    public Door with(Device more) {
        var all = new ArrayList<>(devices);
        all.removeIf(device -> device.id().equals(more.id()));
        all.add(more);
        return new Door(gates, all, strays);
    }

    public Door without(DeviceId id, Instant at) {
        return device(id).map(device -> with(device.revoked(at))).orElse(this);
    }

    /** Commutative and idempotent, as {@link Scans#with} is. */
    public Door with(Stray more) {
        var all = new ArrayList<>(strays);
        all.removeIf(stray -> stray.nonce().equals(more.nonce()));
        all.add(stray(more.nonce()).map(stray -> stray.or(more)).orElse(more));
        all.sort(Stray.IN_TIME);
        return new Door(gates, devices, all);
    }
}
