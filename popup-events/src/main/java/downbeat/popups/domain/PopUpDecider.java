package downbeat.popups.domain;

import downbeat.kernel.Decider;
import downbeat.kernel.Decision;
import downbeat.kernel.Version;
import downbeat.popups.domain.LifeRefusal.*;
import downbeat.popups.domain.PopUp.Written;
import downbeat.popups.domain.PopUpCommand.*;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The rules of a pop-up. */
public final class PopUpDecider implements Decider<PopUpCommand, PopUpEvent, PopUp, PopUpReply> {

    @Override
    public PopUp initial() {
        return new PopUp.Blank();
    }

    @Override
    public Decision<PopUpEvent, PopUpReply> decide(PopUp state, PopUpCommand command, Instant now) {
        return switch (state) {
            case PopUp.Blank blank ->
                command instanceof Draft draft ? draft(draft, now) : Decision.refuse(new NoSuchPopUp());
            case Written written -> decide(written, command, now);
        };
    }

    /** Who comes and goes does not change what is said of the pop-up. */
    @Override
    public Optional<Version> version(PopUp state, PopUpCommand command) {
        boolean edits = command instanceof Edit || command instanceof SetGates;
        return edits && state instanceof Written written
                ? Optional.of(Version.of(written.sheet().edition()))
                : Optional.empty();
    }

    @Override
    public PopUp evolve(PopUp state, PopUpEvent event) {
        return Story.after(state, event);
    }

    @Override
    public Optional<Instant> deadline(PopUp state) {
        return Timekeeping.deadline(state);
    }

    @Override
    public List<PopUpEvent> lapse(PopUp state, Instant now) {
        return Timekeeping.lapse(state, now);
    }

    private static Decision<PopUpEvent, PopUpReply> draft(Draft draft, Instant now) {
        var unclear = StartTime.problem(draft.details());
        if (unclear.isPresent()) {
            return Decision.refuse(unclear.get());
        }
        return Decision.accept(
                new PopUpReply.Done(Phase.DRAFT, 0, 1),
                new PopUpEvent.PopUpDrafted(
                        draft.organizer(), draft.details(), StartTime.window(draft.details()), now));
    }

    private static Decision<PopUpEvent, PopUpReply> decide(Written state, PopUpCommand command, Instant now) {
        return switch (command) {
            case Draft c -> Decision.refuse(new AlreadyDrafted());
            case Edit c -> alive(state, "edit the pop-up", () -> Editing.edit(state, c.details(), now));
            case Publish c -> in(state, "publish the pop-up", () -> publish(state, now), Phase.DRAFT);
            case OpenDoors c ->
                in(state, "open the doors", () -> told(state, now, new PopUpEvent.DoorsOpened(now)), Phase.PUBLISHED);
            case Close c ->
                in(
                        state,
                        "close the pop-up",
                        () -> told(state, now, new PopUpEvent.PopUpClosed(now)),
                        Phase.DOORS_OPEN);
            case Cancel c -> alive(state, "cancel the pop-up", () -> cancel(state, c.reason(), now));
            case PlaceHold c -> open(state, "hold places", () -> new Counter(state, now).hold(c));
            case Confirm c -> open(state, "buy tickets", () -> new Counter(state, now).confirm(c));
            case ReleaseHold c -> open(state, "release places", () -> new Counter(state, now).release(c));
            case JoinWaiting c -> open(state, "wait for a ticket", () -> new Counter(state, now).join(c));
            case LeaveWaiting c -> open(state, "leave the queue", () -> new Counter(state, now).leave(c.who()));
            case AcceptOffer c -> open(state, "accept an offer", () -> new Counter(state, now).accept(c));
            case DeclineOffer c -> open(state, "decline an offer", () -> new Counter(state, now).decline(c.who()));
            case CancelTicket c -> open(state, "give a ticket back", () -> new Handling(state, now).cancel(c));
            case RevokeTicket c -> open(state, "take a ticket back", () -> new Handling(state, now).revoke(c));
            case ComeToRoom c -> open(state, "come to the room", () -> new Coming(state, now).come(c));
            case LeaveRoom c -> open(state, "give up a place", () -> new Coming(state, now).leave(c));
            case Transfer c -> open(state, "give a ticket away", () -> new Handling(state, now).transfer(c));
            case Settle c -> written(state, () -> new Handling(state, now).settle(c.ticket()));
            case SetGates c -> alive(state, "set up gates", () -> new DoorSetup(state, now).gates(c.gates()));
            case RegisterDevice c -> alive(state, "register a device", () -> new DoorSetup(state, now).register(c));
            case RevokeDevice c -> new DoorSetup(state, now).revoke(c.device());
            case ScanPass c -> written(state, () -> new Doorkeeping(state, now).scan(c));
            case TurnAway c -> written(state, () -> new Doorkeeping(state, now).turnAway(c));
            case WalkIn c -> written(state, () -> walkIn(state, c, now));
            case UploadScans c -> written(state, () -> new Doorkeeping(state, now).upload(c.scans()));
        };
    }

    private static Decision<PopUpEvent, PopUpReply> walkIn(Written state, WalkIn command, Instant now) {
        return in(state, "walk in", () -> new Doorkeeping(state, now).walkIn(command), Phase.DOORS_OPEN);
    }

    private static Decision<PopUpEvent, PopUpReply> publish(Written state, Instant now) {
        var start = state.sheet().window().start();
        return start.isAfter(now)
                ? told(state, now, new PopUpEvent.PopUpPublished(now))
                : Decision.refuse(new StartInPast(start));
    }

    private static Decision<PopUpEvent, PopUpReply> cancel(Written state, String reason, Instant now) {
        return told(
                state, now, new PopUpEvent.PopUpCancelled(reason, state.sheet().sequence() + 1, now));
    }

    private static Decision<PopUpEvent, PopUpReply> told(Written state, Instant now, PopUpEvent event) {
        var telling = new Telling(state, now);
        telling.tell(event);
        return telling.done();
    }

    /** Tickets are had and given back from the publication to the end. */
    private static Decision<PopUpEvent, PopUpReply> open(
            Written state, String wanted, Supplier<Decision<PopUpEvent, PopUpReply>> decision) {
        return written(state, () -> in(state, wanted, decision, Phase.PUBLISHED, Phase.DOORS_OPEN));
    }

    private static Decision<PopUpEvent, PopUpReply> alive(
            Written state, String wanted, Supplier<Decision<PopUpEvent, PopUpReply>> decision) {
        return in(state, wanted, decision, Phase.DRAFT, Phase.PUBLISHED, Phase.DOORS_OPEN);
    }

    /** A draft is nobody's but its organizer's: others are told there is no such pop-up. */
    private static Decision<PopUpEvent, PopUpReply> written(
            Written state, Supplier<Decision<PopUpEvent, PopUpReply>> decision) {
        return state instanceof PopUp.Draft ? Decision.refuse(new NoSuchPopUp()) : decision.get();
    }

    /** A refusal unless the pop-up is in one of these phases. */
    private static Decision<PopUpEvent, PopUpReply> in(
            Written state, String wanted, Supplier<Decision<PopUpEvent, PopUpReply>> decision, Phase... phases) {
        if (List.of(phases).contains(state.phase())) {
            return decision.get();
        }
        boolean over = state instanceof PopUp.Closed || state instanceof PopUp.Cancelled;
        return Decision.refuse(over ? new PopUpIsOver(state.phase()) : new WrongPhase(wanted, state.phase()));
    }
}
