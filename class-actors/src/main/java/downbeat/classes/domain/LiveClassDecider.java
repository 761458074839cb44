package downbeat.classes.domain;

import downbeat.classes.domain.LiveClass.Written;
import downbeat.classes.domain.LiveClassCommand.*;
import downbeat.classes.domain.LiveClassRefusal.*;
import downbeat.kernel.Decider;
import downbeat.kernel.Decision;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of a class. */
public final class LiveClassDecider implements Decider<LiveClassCommand, LiveClassEvent, LiveClass, LiveClassReply> {

    @Override
    public LiveClass initial() {
        return new LiveClass.Blank();
    }

    @Override
    public Decision<LiveClassEvent, LiveClassReply> decide(LiveClass state, LiveClassCommand command, Instant now) {
        return switch (state) {
            case LiveClass.Blank blank ->
                command instanceof Draft draft ? draft(draft, now) : Decision.refuse(new NoSuchClass());
            case Written written -> decide(written, command, now);
        };
    }

    /** A place is its holder's to edit; who comes and goes does not change what is said of the class. */
    @Override
    public Optional<Version> version(LiveClass state, LiveClassCommand command) {
        if (!(state instanceof Written written)) {
            return Optional.empty();
        }
        var sheet = written.sheet();
        return switch (command) {
            case Edit edit -> Optional.of(Version.of(sheet.edition()));
            case AttachPlan attach -> Optional.of(Version.of(sheet.edition()));
            case SwitchPlace move -> Optional.of(sheet.places().standing(move.participant()));
            default -> Optional.empty();
        };
    }

    @Override
    public LiveClass evolve(LiveClass state, LiveClassEvent event) {
        return Story.after(state, event);
    }

    @Override
    public Optional<Instant> deadline(LiveClass state) {
        return Timekeeping.deadline(state);
    }

    @Override
    public List<LiveClassEvent> lapse(LiveClass state, Instant now) {
        return Timekeeping.lapse(state, now);
    }

    private static Decision<LiveClassEvent, LiveClassReply> draft(Draft draft, Instant now) {
        var unclear = StartTime.problem(draft.details());
        if (unclear.isPresent()) {
            return Decision.refuse(unclear.get());
        }
        return Decision.accept(
                new LiveClassReply.Done(Phase.DRAFT, 1),
                new LiveClassEvent.ClassDrafted(
                        draft.trainer(), draft.details(), StartTime.window(draft.details()), now));
    }

    private static Decision<LiveClassEvent, LiveClassReply> decide(
            Written state, LiveClassCommand command, Instant now) {
        return switch (command) {
            case Draft draft -> Decision.refuse(new AlreadyDrafted());
            case Edit edit ->
                in(state, "edit the class", Phase.DRAFT, Phase.SCHEDULED, Phase.LOBBY, Phase.LIVE)
                        .orElseGet(() -> Editing.edit(state, edit, now));
            case AttachPlan attach ->
                in(state, "change the plan", Phase.DRAFT, Phase.SCHEDULED).orElseGet(() -> attach(state, attach, now));
            case Schedule schedule ->
                in(state, "schedule the class", Phase.DRAFT).orElseGet(() -> schedule(state, now));
            case OpenLobby open ->
                in(state, "open the lobby", Phase.SCHEDULED)
                        .orElseGet(() -> told(state, now, new LiveClassEvent.LobbyOpened(now)));
            case Begin begin ->
                in(state, "begin the class", Phase.LOBBY)
                        .orElseGet(() -> told(state, now, new LiveClassEvent.ClassBegun(now)));
            case Close close ->
                in(state, "close the class", Phase.LIVE)
                        .orElseGet(() -> told(state, now, new LiveClassEvent.ClosingBegun(now)));
            case FinishClass finish -> finish(state, finish, now);
            case Cancel cancel ->
                in(state, "cancel the class", Phase.DRAFT, Phase.SCHEDULED, Phase.LOBBY)
                        .orElseGet(() -> told(state, now, new LiveClassEvent.ClassCancelled(cancel.reason(), now)));
            case Book book -> open(state, "book").orElseGet(() -> new Desk(state, now).book(book));
            case CancelBooking cancel -> leaving(state, cancel.participant(), now);
            case AcceptOffer accept ->
                open(state, "accept an offer").orElseGet(() -> new Desk(state, now).accept(accept.participant()));
            case DeclineOffer decline ->
                open(state, "decline an offer").orElseGet(() -> new Desk(state, now).decline(decline.participant()));
            case SwitchPlace move ->
                in(state, "switch your place", Phase.SCHEDULED, Phase.LOBBY)
                        .orElseGet(() -> new Desk(state, now).move(move));
            case ComeOnline come ->
                open(state, "take part online").orElseGet(() -> new Moving(state, now).online(come));
            case GiveUpOnline up -> open(state, "give up a place").orElseGet(() -> new Moving(state, now).giveUp(up));
            case StayInRoom stay -> open(state, "give up a place").orElseGet(() -> new Moving(state, now).stay(stay));
            case NoteStays stays -> known(state).orElseGet(() -> new Roomkeeping(state, now).note(stays));
            case CountUnnamed count -> known(state).orElseGet(() -> new Roomkeeping(state, now).count(count));
        };
    }

    private static Decision<LiveClassEvent, LiveClassReply> attach(Written state, AttachPlan attach, Instant now) {
        boolean same = state.sheet().plan().filter(attach.plan()::equals).isPresent();
        return same
                ? new Telling(state, now).done()
                : told(state, now, new LiveClassEvent.PlanAttached(attach.plan(), now));
    }

    private static Decision<LiveClassEvent, LiveClassReply> schedule(Written state, Instant now) {
        var start = state.sheet().window().start();
        return start.isAfter(now)
                ? told(state, now, new LiveClassEvent.ClassScheduled(now))
                : Decision.refuse(new StartInPast(start));
    }

    /** The outcome may come late, once. */
    private static Decision<LiveClassEvent, LiveClassReply> finish(Written state, FinishClass finish, Instant now) {
        boolean expected = state instanceof LiveClass.Live
                || state instanceof LiveClass.Closing
                || (state instanceof LiveClass.Ended ended && ended.report().isEmpty());
        if (!expected) {
            return Decision.refuse(new WrongPhase("finish the class", state.phase()));
        }
        Map<ParticipantId, MemberOutcome> outcomes = finish.outcomes().stream()
                .collect(Collectors.toMap(MemberOutcome::member, Function.identity(), (first, again) -> first));
        return told(
                state, now, new LiveClassEvent.ClassFinished(Attending.of(state, outcomes, now), finish.report(), now));
    }

    /** Waiting can be given up as long as there is something to wait for, a place until the class begins. */
    private static Decision<LiveClassEvent, LiveClassReply> leaving(Written state, ParticipantId who, Instant now) {
        if (state instanceof LiveClass.Live
                && state.sheet().places().bookingOf(who).isPresent()) {
            return Decision.refuse(new WrongPhase("give up your place", Phase.LIVE));
        }
        return open(state, "give up a place").orElseGet(() -> new Desk(state, now).cancel(who));
    }

    private static Decision<LiveClassEvent, LiveClassReply> told(Written state, Instant now, LiveClassEvent event) {
        var telling = new Telling(state, now);
        telling.tell(event);
        return telling.done();
    }

    /** A draft is nobody's but its trainer's: others are told there is no such class. */
    private static Optional<Decision<LiveClassEvent, LiveClassReply>> open(Written state, String wanted) {
        return state instanceof LiveClass.Draft
                ? Optional.of(Decision.refuse(new NoSuchClass()))
                : in(state, wanted, Phase.SCHEDULED, Phase.LOBBY, Phase.LIVE);
    }

    /** What happened in a room has happened, whatever phase it is now. */
    private static Optional<Decision<LiveClassEvent, LiveClassReply>> known(Written state) {
        return switch (state) {
            case LiveClass.Draft draft -> Optional.of(Decision.refuse(new NoSuchClass()));
            case LiveClass.Cancelled cancelled -> Optional.of(Decision.refuse(new ClassIsOver(Phase.CANCELLED)));
            default -> Optional.empty();
        };
    }

    /** A refusal unless the class is in one of these phases. */
    private static Optional<Decision<LiveClassEvent, LiveClassReply>> in(
            Written state, String wanted, Phase... phases) {
        if (List.of(phases).contains(state.phase())) {
            return Optional.empty();
        }
        boolean over = state instanceof LiveClass.Ended || state instanceof LiveClass.Cancelled;
        return Optional.of(
                Decision.refuse(over ? new ClassIsOver(state.phase()) : new WrongPhase(wanted, state.phase())));
    }
}
