package downbeat.classes.live.course;

import downbeat.classes.live.adapt.Bounds;
import downbeat.classes.live.bio.Metric;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.log.Anchor;
import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.log.ClassState;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.LiveCheck;
import downbeat.classes.live.log.OpenAsk;
import downbeat.classes.live.log.Phase;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.live.message.Role;
import downbeat.classes.live.message.Wish;
import downbeat.classes.plan.Segment;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of a running class: what a command does to it. Pure; the clock is an argument. */
public final class Conductor {
    /** Between a start, resume or skip and the moment the plan runs: longer than any healthy path, so all move at once. */
    public static final Duration RUN_UP = Duration.ofMillis(500);

    public static final Duration MOST_SHIFT = Duration.ofMinutes(10);

    private Conductor() {}

    /**
     * @param by who asks; null for the house itself
     * @param lead between the issue of a live cue and its execution
     */
    public static Verdict decide(Score score, LiveCommand command, @Nullable Joiner by, ClassTime now, Duration lead) {
        if (command instanceof LiveCommand.Open(var epoch, var plan)) {
            return score.open()
                    ? Verdict.of(new LiveAnswer.Done())
                    : Verdict.of(new LiveAnswer.Done(), new LiveFact.EpochOpened(epoch, plan));
        }
        if (!score.open()) {
            return Verdict.of(notOpen());
        }
        if (score.state().phase() == Phase.ENDED) {
            return Verdict.refused("wrong-phase", "this class has ended");
        }
        return switch (command) {
            case LiveCommand.Hand(boolean up) when by != null -> hand(score, by, up, now);
            case LiveCommand.Confirm(String ask, Integer value) when by != null -> confirm(score, by, ask, value, now);
            case LiveCommand.Share(var shares)
            when by != null -> Wishing.wish(score, by, wish -> new Wish(wish.member(), shares, wish.adapted()), now);
            case LiveCommand.AdaptMe(boolean on)
            when by != null -> Wishing.wish(score, by, wish -> new Wish(wish.member(), wish.shares(), on), now);
            case LiveCommand.End() when by == null -> Verdict.of(new LiveAnswer.Done(), new LiveFact.Ended(now));
            case LiveCommand.Hand h -> notAllowed();
            case LiveCommand.Confirm c -> notAllowed();
            case LiveCommand.End e -> notAllowed();
            case LiveCommand.Share s -> notAllowed();
            case LiveCommand.AdaptMe m -> notAllowed();
            default -> by != null && by.role() != Role.TRAINER ? notAllowed() : lead(score, command, now, lead);
        };
    }

    /** The answer of a class that nobody has opened yet. */
    public static LiveAnswer notOpen() {
        return new LiveAnswer.Refused("wrong-phase", "the lobby of this class is not open", null);
    }

    private static Verdict notAllowed() {
        return Verdict.refused("not-allowed", "only the trainer of this class may do that");
    }

    private static Verdict lead(Score score, LiveCommand command, ClassTime now, Duration lead) {
        var earlier = named(command).flatMap(score.log()::offsetOf);
        if (earlier.isPresent()) {
            return Verdict.of(issuedBefore(score, named(command).orElseThrow(), earlier.get()));
        }
        var state = score.state();
        var phase = state.phase();
        var baton = new Baton(score, now);
        var check = state.extras().check();
        return switch (command) {
            case LiveCommand.Start(String id)
            when phase == Phase.LOBBY ->
                baton.control(CueVerb.START, id, "", state.started(now, running(now, Duration.ZERO)));
            case LiveCommand.Check(boolean startAfter, String id)
            when phase == Phase.LOBBY && check == null -> Checking.begin(baton, id, startAfter);
            case LiveCommand.EndCheck() when check != null -> Checking.cut(baton, running(now, Duration.ZERO));
            case LiveCommand.Pause p when check != null -> checking("pausing");
            case LiveCommand.Skip k when check != null -> checking("skipping");
            case LiveCommand.Shift h when check != null -> checking("shifting");
            case LiveCommand.Ask a when check != null -> checking("asking");
            case LiveCommand.Pause(String id)
            when phase == Phase.LIVE -> baton.control(CueVerb.PAUSE, id, "", state.paused(standing(state, now)));
            case LiveCommand.Resume(String id)
            when phase == Phase.PAUSED ->
                baton.control(
                        CueVerb.RESUME,
                        id,
                        "",
                        state.resumed(now, running(now, state.anchor().plan())));
            case LiveCommand.Skip(Integer to, String id) when phase.underWay() -> skip(score, baton, to, id, now);
            case LiveCommand.Shift(Duration by, String id) when phase.underWay() -> shift(state, baton, by, id, now);
            case LiveCommand.Tap(String id, var verb, var text, var tone, var show)
            when !phase.over() -> baton.live(id, verb, text, tone, show, lead);
            case LiveCommand.Ask(String id, String question, var answer)
            when !phase.over() ->
                baton.control(CueVerb.ASK, id, question, state.asking(new OpenAsk(id, question, answer)));
            case LiveCommand.EndAsk(String ask) -> endAsk(state, baton, ask);
            case LiveCommand.OpenBurst(Duration length, Metric metric, String id)
            when !phase.over() -> Bursting.open(baton, id, length, metric);
            case LiveCommand.EndBurst() when !phase.over() -> Bursting.end(baton);
            case LiveCommand.PlanBursts(boolean on)
            when !phase.over() -> baton.control(CueVerb.BURSTS, null, "", state.plannedBursts(on));
            case LiveCommand.Adapt(Bounds bounds, String id)
            when !phase.over() -> baton.control(CueVerb.ADAPT, id, "", state.bounded(bounds));
            case LiveCommand.Lower(ParticipantId member) ->
                score.raised(member)
                        ? Verdict.of(new LiveAnswer.Done(), new LiveFact.HandLowered(member, now, true))
                        : Verdict.of(new LiveAnswer.Done());
            case LiveCommand.Close(String id)
            when phase == Phase.LOBBY || phase.underWay() ->
                baton.control(CueVerb.CLOSE, id, "", state.closing(standing(state, now)));
            default -> Verdict.refused("wrong-phase", sentence(command, phase));
        };
    }

    private static Verdict checking(String what) {
        return Verdict.refused("wrong-phase", "the live check is on: end it before " + what);
    }

    private static LiveAnswer issuedBefore(Score score, String cueId, long offset) {
        var at = score.log().find(offset).map(cue -> cue.at()).orElse(null);
        return new LiveAnswer.Issued(cueId, offset, at);
    }

    private static Verdict skip(Score score, Baton baton, @Nullable Integer to, @Nullable String id, ClassTime now) {
        var segments = score.plan().segments();
        var position = score.state().anchor().position(now);
        var target = to == null
                ? segments.stream()
                        .filter(s -> s.from().compareTo(position) > 0)
                        .findFirst()
                : to >= 0 && to < segments.size() ? Optional.of(segments.get(to)) : Optional.<Segment>empty();
        if (target.isEmpty()) {
            return to == null
                    ? Verdict.refused("wrong-phase", "this is the last segment: there is nothing to skip to")
                    : Verdict.refused(
                            "bad-field", "to is " + to + ": segments are 0 to " + (segments.size() - 1), "to");
        }
        var state = score.state();
        var from = target.get().from();
        var anchor = state.phase() == Phase.PAUSED ? new Anchor(now, from, false) : running(now, from);
        return baton.control(CueVerb.SKIP, id, "", state.skipped(now, anchor));
    }

    private static Verdict shift(ClassState state, Baton baton, Duration by, @Nullable String id, ClassTime now) {
        if (by.abs().compareTo(MOST_SHIFT) > 0 || by.isZero()) {
            return Verdict.refused("bad-field", "byMs shifts by at most ten minutes, and not by nothing", "byMs");
        }
        var position = state.anchor().position(now);
        var moved = position.minus(by);
        var played = longest(state.from(), longest(position, moved));
        var anchor = new Anchor(now, moved, state.anchor().running());
        return baton.control(CueVerb.SHIFT, id, "", state.shifted(anchor, played));
    }

    private static Verdict endAsk(ClassState state, Baton baton, String ask) {
        var open = state.ask();
        return open == null || !open.cueId().equals(ask)
                ? Verdict.refused("unknown-cue", "cueId names no open ask: " + ask, "cueId")
                : baton.control(CueVerb.ASK_CLOSED, null, "", state.asking(null));
    }

    private static Verdict hand(Score score, Joiner by, boolean up, ClassTime now) {
        if (by.role() != Role.MEMBER) {
            return Verdict.refused("not-allowed", "only members raise a hand");
        }
        var raised = score.raised(by.member());
        var before = score.hands().stream().map(hand -> hand.member()).toList().indexOf(by.member());
        if (up) {
            var place = raised ? before + 1 : score.hands().size() + 1;
            var answer = new LiveAnswer.HandIs(true, place);
            return raised
                    ? Verdict.of(answer)
                    : Verdict.of(answer, new LiveFact.HandRaised(by.member(), by.name(), now));
        }
        var answer = new LiveAnswer.HandIs(false, 0);
        return raised ? Verdict.of(answer, new LiveFact.HandLowered(by.member(), now, false)) : Verdict.of(answer);
    }

    private static Verdict confirm(Score score, Joiner by, String ask, @Nullable Integer value, ClassTime now) {
        var open = score.state().ask();
        if (open == null || !open.cueId().equals(ask)) {
            return Verdict.refused("unknown-cue", "cueId names no open ask: " + ask, "cueId");
        }
        if (by.role() != Role.MEMBER) {
            return Verdict.refused("not-allowed", "only members confirm");
        }
        var shapes = LiveCheck.Shape.values().length;
        if (open.answer() == AnswerKind.SEE && (value == null || value < 1 || value > shapes)) {
            return Verdict.refused("bad-field", "value must be the shape seen, 1 to " + shapes, "value");
        }
        return Verdict.of(new LiveAnswer.Confirmed(ask), new LiveFact.Confirmed(ask, by.member(), value, now));
    }

    private static Duration longest(Duration a, Duration b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Anchor running(ClassTime now, Duration plan) {
        return new Anchor(now.plus(RUN_UP), plan, true);
    }

    private static Anchor standing(ClassState state, ClassTime now) {
        return new Anchor(now, state.anchor().position(now), false);
    }

    private static Optional<String> named(LiveCommand command) {
        return Optional.ofNullable(
                switch (command) {
                    case LiveCommand.Start(String id) -> id;
                    case LiveCommand.Pause(String id) -> id;
                    case LiveCommand.Resume(String id) -> id;
                    case LiveCommand.Skip(Integer to, String id) -> id;
                    case LiveCommand.Shift(Duration by, String id) -> id;
                    case LiveCommand.Tap tap -> tap.cueId();
                    case LiveCommand.Ask ask -> ask.cueId();
                    case LiveCommand.Check(boolean startAfter, String id) -> id;
                    case LiveCommand.OpenBurst(Duration length, Metric metric, String id) -> id;
                    case LiveCommand.Adapt(Bounds bounds, String id) -> id;
                    case LiveCommand.Close(String id) -> id;
                    default -> null;
                });
    }

    private static String sentence(LiveCommand command, Phase phase) {
        var verb = command.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
        return "a class that is " + phase + " does not take " + verb;
    }
}
