package downbeat.drops.domain;

import downbeat.drops.domain.Drop.Written;
import downbeat.drops.domain.DropCommand.*;
import downbeat.drops.domain.LifeRefusal.*;
import downbeat.kernel.Decider;
import downbeat.kernel.Decision;
import downbeat.kernel.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rules of a drop. */
public final class DropDecider implements Decider<DropCommand, DropEvent, Drop, DropReply> {

    @Override
    public Drop initial() {
        return new Drop.Blank();
    }

    @Override
    public Decision<DropEvent, DropReply> decide(Drop state, DropCommand command, Instant now) {
        return switch (state) {
            case Drop.Blank blank ->
                command instanceof Compose compose
                        ? Decision.accept(
                                new DropReply.Done(Phase.DRAFT, 1),
                                new DropEvent.DropComposed(compose.trainer(), compose.details(), now))
                        : Decision.refuse(new NoSuchDrop());
            case Written written -> decide(written, command, now);
        };
    }

    @Override
    public Optional<Version> version(Drop state, DropCommand command) {
        return command instanceof Edit && state instanceof Written written
                ? Optional.of(Version.of(written.sheet().edition()))
                : Optional.empty();
    }

    @Override
    public Drop evolve(Drop state, DropEvent event) {
        return Story.after(state, event);
    }

    @Override
    public Optional<Instant> deadline(Drop state) {
        return Timekeeping.deadline(state);
    }

    @Override
    public List<DropEvent> lapse(Drop state, Instant now) {
        return Timekeeping.lapse(state, now);
    }

    private static Decision<DropEvent, DropReply> decide(Written state, DropCommand command, Instant now) {
        var telling = new Telling(state, now);
        return switch (command) {
            case Compose c -> Decision.refuse(new AlreadyComposed());
            case Edit c ->
                in(
                        state,
                        "edit the drop",
                        () -> new Composing(telling).edit(c.details()),
                        Phase.DRAFT,
                        Phase.ANNOUNCED);
            case Announce c -> in(state, "announce the drop", () -> announce(telling, c), Phase.DRAFT);
            case Open c -> in(state, "open the drop", () -> open(telling, c), Phase.ANNOUNCED);
            case NoteAttendance c ->
                in(state, "note who took part", () -> new Composing(telling).note(c.attendee()), Phase.OPEN);
            case Close c -> in(state, "close the drop", () -> close(telling), Phase.OPEN);
            case Cancel c ->
                in(
                        state,
                        "cancel the drop",
                        () -> new Releasing(telling).cancelDrop(c.reason()),
                        Phase.DRAFT,
                        Phase.ANNOUNCED,
                        Phase.OPEN,
                        Phase.CLOSED);
            case Restock c ->
                in(
                        state,
                        "change the stock",
                        () -> new Composing(telling).restock(c),
                        Phase.DRAFT,
                        Phase.ANNOUNCED,
                        Phase.OPEN);
            case ClosePoint c -> written(state, () -> new Composing(telling).closePoint(c.point(), c.reason()));
            case MovePoint c ->
                in(
                        state,
                        "move a point",
                        () -> new Composing(telling).movePoint(c),
                        Phase.DRAFT,
                        Phase.ANNOUNCED,
                        Phase.OPEN,
                        Phase.CLOSED);
            case EnterLine c -> written(state, () -> enter(telling, c));
            case Claim c -> open(state, "claim", () -> new Claiming(telling).claim(c));
            case Pay c -> written(state, () -> new Claiming(telling).pay(c));
            case GiveBack c -> written(state, () -> new Releasing(telling).giveBack(c));
            case Withdraw c -> written(state, () -> new Releasing(telling).withdraw(c.claim()));
            case JoinWaiting c -> open(state, "wait for a unit", () -> new Queueing(telling).join(c));
            case LeaveWaiting c -> open(state, "leave the waiting list", () -> new Queueing(telling).leave(c.who()));
            case AcceptOffer c -> open(state, "accept an offer", () -> new Queueing(telling).accept(c));
            case DeclineOffer c -> open(state, "decline an offer", () -> new Queueing(telling).decline(c.who()));
            case MakeReady c -> written(state, () -> new Counter(telling).ready(c));
            case HandOver c -> written(state, () -> new Counter(telling).handOver(c));
            case Upload c -> written(state, () -> new Counter(telling).upload(c));
            case Rehome c -> written(state, () -> new Claiming(telling).rehome(c));
            case Fetch c -> written(state, () -> new Counter(telling).fetch(c));
        };
    }

    private static Decision<DropEvent, DropReply> announce(Telling telling, Announce command) {
        telling.tell(new DropEvent.DropAnnounced(command.seed(), telling.now()));
        return telling.done();
    }

    private static Decision<DropEvent, DropReply> open(Telling telling, Open command) {
        telling.tell(new DropEvent.DropOpened(command.attendees(), telling.now()));
        return telling.done();
    }

    private static Decision<DropEvent, DropReply> enter(Telling telling, EnterLine command) {
        return in(
                telling.state(),
                "enter the waiting room",
                () -> new Admitting(telling).enter(command.who()),
                Phase.ANNOUNCED,
                Phase.OPEN);
    }

    private static Decision<DropEvent, DropReply> close(Telling telling) {
        new Releasing(telling).close();
        return telling.done();
    }

    private static Decision<DropEvent, DropReply> open(
            Written state, String wanted, Supplier<Decision<DropEvent, DropReply>> decision) {
        return written(state, () -> in(state, wanted, decision, Phase.OPEN));
    }

    /** A draft is nobody's but its trainer's: others are told there is no such drop. */
    private static Decision<DropEvent, DropReply> written(
            Written state, Supplier<Decision<DropEvent, DropReply>> decision) {
        return state instanceof Drop.Draft ? Decision.refuse(new NoSuchDrop()) : decision.get();
    }

    /** A refusal unless the drop is in one of these phases. */
    private static Decision<DropEvent, DropReply> in(
            Written state, String wanted, Supplier<Decision<DropEvent, DropReply>> decision, Phase... phases) {
        if (List.of(phases).contains(state.phase())) {
            return decision.get();
        }
        boolean over = state instanceof Drop.Closed || state instanceof Drop.Cancelled;
        return Decision.refuse(over ? new DropIsOver(state.phase()) : new WrongPhase(wanted, state.phase()));
    }
}
