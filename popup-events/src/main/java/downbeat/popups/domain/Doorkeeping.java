package downbeat.popups.domain;

import downbeat.kernel.Decision;
import downbeat.popups.domain.DoorRefusal.*;
import downbeat.popups.domain.PopUp.Written;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.SaleRefusal.*;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.door.Scan;
import downbeat.popups.domain.door.Stray;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.ticket.Roll;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.Ticket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides at the door, with a device that is online. A no at the door is an answer and a fact, not a refusal. */
final class Doorkeeping {
    private final Keeping keeping;
    private final Telling telling;

    Doorkeeping(Written state, Instant now) {
        this.telling = new Telling(state, now);
        this.keeping = new Keeping(telling);
    }

    Decision<PopUpEvent, PopUpReply> scan(PopUpCommand.ScanPass command) {
        var problem = at(command.gate(), command.device());
        if (problem.isPresent()) {
            return Decision.refuse(problem.get());
        }
        var ticket = telling.roll().find(command.ticket());
        if (ticket.isEmpty()) {
            return turnedAway(
                    new Stray(command.nonce(), command.gate(), command.device(), telling.now(), Reason.UNKNOWN_TICKET));
        }
        var known = ticket.get().scans().find(command.nonce());
        return judged(ticket.get(), known.orElseGet(() -> scan(ticket.get(), command)));
    }

    /** A scan told before changes nothing, and is answered as it was. */
    private Decision<PopUpEvent, PopUpReply> judged(Ticket ticket, Scan scan) {
        if (!keeping.keep(ticket, scan)) {
            return Decision.refuse(new TooManyScans(ticket.id(), Keeping.MOST_OF_A_TICKET));
        }
        return telling.replying(new PopUpReply.Judged(Ruling.verdict(ticket, scan)));
    }

    private Scan scan(Ticket ticket, PopUpCommand.ScanPass command) {
        var ruled = new Ruling(telling.state(), telling.now())
                .on(ticket, command.issue(), command.gate(), command.direction());
        boolean overridden = command.supervision().isPresent() && ruled.canBeOverridden();
        return new Scan(
                command.nonce(),
                command.gate(),
                command.device(),
                command.direction(),
                telling.now(),
                command.issue(),
                overridden ? Reason.OVERRIDDEN : ruled,
                false,
                overridden ? command.supervision() : Optional.empty());
    }

    Decision<PopUpEvent, PopUpReply> turnAway(PopUpCommand.TurnAway command) {
        var problem = at(command.gate(), command.device());
        return problem.isPresent()
                ? Decision.refuse(problem.get())
                : turnedAway(
                        new Stray(command.nonce(), command.gate(), command.device(), telling.now(), command.reason()));
    }

    private Decision<PopUpEvent, PopUpReply> turnedAway(Stray stray) {
        var known = telling.door().stray(stray.nonce()).orElse(stray);
        keeping.keep(known);
        return telling.replying(new PopUpReply.Judged(Verdict.stray(known.reason())));
    }

    Decision<PopUpEvent, PopUpReply> walkIn(PopUpCommand.WalkIn command) {
        var known = telling.roll()
                .all()
                .filter(ticket -> ticket.holder().isEmpty())
                .flatMap(ticket ->
                        ticket.scans().find(command.nonce()).stream().map(scan -> Ruling.verdict(ticket, scan)))
                .findFirst();
        if (known.isPresent()) {
            return telling.replying(new PopUpReply.Judged(known.get()));
        }
        var problem = at(command.gate(), command.device()).or(() -> mayWalkIn(command));
        return problem.isPresent() ? Decision.refuse(problem.get()) : walkedIn(command);
    }

    /** The sales window is for those who book ahead; places kept for others are not to be had here. */
    private Optional<PopUpRefusal> mayWalkIn(PopUpCommand.WalkIn command) {
        var kind = telling.sheet().details().kind(command.kind());
        if (kind.isEmpty()) {
            return Optional.of(new NoSuchKind(command.kind()));
        }
        if (telling.roll().size() >= Roll.MOST) {
            return Optional.of(new RollIsFull(Roll.MOST));
        }
        if (command.supervision().isPresent()) {
            return Optional.empty();
        }
        return telling.door()
                .gate(command.gate())
                .flatMap(gate -> gate.objection(Direction.ENTRY, kind.get().id(), telling.now()))
                .<PopUpRefusal>map(reason -> new NotThroughThisGate(command.gate(), reason))
                .or(() -> full(kind.get()));
    }

    private Optional<PopUpRefusal> full(TicketKind kind) {
        return new Asking(telling.sheet(), telling.now()).left(kind, 1);
    }

    private Decision<PopUpEvent, PopUpReply> walkedIn(PopUpCommand.WalkIn command) {
        var kind = telling.sheet().details().kind(command.kind()).orElseThrow();
        boolean beyond = full(kind).isPresent();
        var id = telling.roll().next();
        telling.tell(new WalkInSold(
                id,
                kind.id(),
                kind.price(),
                Settlement.of(kind.price(), command.paid()),
                beyond ? command.supervision() : Optional.empty(),
                telling.now()));
        var pass = new PopUpCommand.ScanPass(
                command.nonce(), id, 1, command.gate(), command.device(), Direction.ENTRY, command.supervision());
        var ticket = telling.roll().find(id).orElseThrow();
        return judged(ticket, scan(ticket, pass));
    }

    Decision<PopUpEvent, PopUpReply> upload(List<OfflineScan> scans) {
        return telling.replying(
                new PopUpReply.Uploaded(scans.stream().map(keeping::take).toList()));
    }

    private Optional<PopUpRefusal> at(GateId gate, DeviceId device) {
        return unknown(device)
                .or(() -> telling.door().gate(gate).isPresent() ? Optional.empty() : Optional.of(new NoSuchGate(gate)));
    }

    private Optional<PopUpRefusal> unknown(DeviceId id) {
        var device = telling.door().device(id);
        return device.isEmpty()
                ? Optional.of(new NoSuchDevice(id))
                : device.get().revokedAt().map(since -> new DeviceIsRevoked(id, since));
    }
}
