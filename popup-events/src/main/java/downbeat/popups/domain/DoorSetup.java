package downbeat.popups.domain;

import downbeat.kernel.Decision;
import downbeat.popups.domain.DoorRefusal.*;
import downbeat.popups.domain.PopUp.Written;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.Door;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.door.Scan;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Decides which gates there are and which devices scan there. */
final class DoorSetup {
    private final Telling telling;

    DoorSetup(Written state, Instant now) {
        this.telling = new Telling(state, now);
    }

    Decision<PopUpEvent, PopUpReply> gates(List<Gate> gates) {
        var problem = unknownKind(gates).or(() -> missing(gates));
        if (problem.isPresent()) {
            return Decision.refuse(problem.get());
        }
        if (!gates.equals(telling.door().gates())) {
            telling.tell(new GatesSet(gates, telling.now()));
        }
        return telling.done();
    }

    private Optional<PopUpRefusal> unknownKind(List<Gate> gates) {
        return IntStream.range(0, gates.size())
                .boxed()
                .flatMap(index -> gates.get(index).kinds().stream()
                        .filter(kind -> telling.sheet().details().kind(kind).isEmpty())
                        .<PopUpRefusal>map(kind -> new UnknownKindAtGate(kind, index)))
                .findFirst();
    }

    /** Counters tell of every gate that was used. */
    private Optional<PopUpRefusal> missing(List<Gate> gates) {
        var used = telling.roll()
                .all()
                .flatMap(ticket -> ticket.scans().all().stream())
                .map(Scan::gate)
                .collect(Collectors.toSet());
        return telling.door().gates().stream()
                .map(Gate::id)
                .filter(id -> used.contains(id)
                        && gates.stream().noneMatch(gate -> gate.id().equals(id)))
                .<PopUpRefusal>map(GateIsUsed::new)
                .findFirst();
    }

    Decision<PopUpEvent, PopUpReply> register(PopUpCommand.RegisterDevice command) {
        if (telling.door().device(command.device()).isPresent()) {
            return Decision.refuse(new DeviceIsRegistered(command.device()));
        }
        if (telling.door().devices().size() >= Door.MOST_DEVICES) {
            return Decision.refuse(new TooManyDevices(Door.MOST_DEVICES));
        }
        telling.tell(new DeviceRegistered(command.device(), command.name(), telling.now()));
        return telling.done();
    }

    Decision<PopUpEvent, PopUpReply> revoke(DeviceId id) {
        var device = telling.door().device(id);
        if (device.isEmpty()) {
            return Decision.refuse(new NoSuchDevice(id));
        }
        if (device.get().revokedAt().isEmpty()) {
            telling.tell(new DeviceRevoked(id, telling.now()));
        }
        return telling.done();
    }
}
