package downbeat.classes.live.course;

import downbeat.classes.live.bio.Shares;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.log.ClassState;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.CueKind;
import downbeat.classes.live.log.CueLog;
import downbeat.classes.live.message.AskTally;
import downbeat.classes.live.message.RaisedHand;
import downbeat.classes.live.message.Wish;
import downbeat.classes.live.report.RelayTally;
import downbeat.classes.live.report.ResponseFigures;
import downbeat.classes.plan.CuePlan;
import downbeat.kernel.ParticipantId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A running class as its facts tell it. Rebuilt from them after a restart. Not thread-safe: owned by one actor, and
 * changed by {@link #apply} alone.
 */
public final class Score {
    private @Nullable CueLog log;
    private @Nullable CuePlan plan;
    private ClassState state = ClassState.OPENED;
    private @Nullable ClockMark mark;
    private ClassTime newest = ClassTime.ZERO;
    private @Nullable ClassTime ended;
    private final Map<String, Cue> planned = new HashMap<>();
    private final Map<ParticipantId, RaisedHand> hands = new LinkedHashMap<>();
    private final Map<ParticipantId, Optional<Integer>> answers = new LinkedHashMap<>();
    private final Map<ParticipantId, Integer> responses = new HashMap<>();
    private final Map<ParticipantId, Integer> reps = new HashMap<>();
    private final Map<ParticipantId, CheckResult> checks = new LinkedHashMap<>();
    private final Map<ParticipantId, Wish> wishes = new LinkedHashMap<>();
    private ClassTime askedAt = ClassTime.ZERO;
    private final Map<ParticipantId, Visit> visits = new LinkedHashMap<>();
    private final Map<String, RelayTally> tallies = new LinkedHashMap<>();
    private final Feedback feedback = new Feedback();

    public void apply(LiveFact fact) {
        switch (fact) {
            case LiveFact.EpochOpened(String epoch, CuePlan opened) -> {
                log = new CueLog(epoch);
                plan = opened;
            }
            case LiveFact.GenTaken(long gen, ClockMark taken) -> {
                log().take(gen);
                mark = taken;
                seen(taken.at());
            }
            case LiveFact.CueIssued(Cue cue) -> issued(cue);
            case LiveFact.HandRaised(ParticipantId member, String name, ClassTime at) -> {
                if (hands.putIfAbsent(member, new RaisedHand(member, name, at)) == null) {
                    feedback.raised();
                }
                seen(at);
            }
            case LiveFact.HandLowered(ParticipantId member, ClassTime at, boolean byTrainer) -> {
                var hand = hands.remove(member);
                if (byTrainer && hand != null) {
                    feedback.lowered(hand.at(), at);
                }
                seen(at);
            }
            case LiveFact.Confirmed(String ask, ParticipantId member, Integer value, ClassTime at) -> {
                confirmed(member, value);
                feedback.confirmed(member, at);
                checked(member, value, at);
                seen(at);
            }
            case LiveFact.Expected(ParticipantId member, ClassTime at) -> {
                visits.putIfAbsent(member, Visit.expected(at));
                seen(at);
            }
            case LiveFact.Arrived(ParticipantId member, String name, ClassTime at) -> {
                visits.merge(member, new Visit(name, null, List.of()).arrived(name, at), (v, n) -> v.arrived(name, at));
                seen(at);
            }
            case LiveFact.Left(ParticipantId member, ClassTime at) -> {
                visits.computeIfPresent(member, (m, visit) -> visit.left(at));
                seen(at);
            }
            case LiveFact.Measured(RelayTally tally) -> tallies.put(tally.run(), tally);
            case LiveFact.Wished(ParticipantId member, Shares shares, boolean adapted, ClassTime at) -> {
                wishes.put(member, new Wish(member, shares, adapted));
                seen(at);
            }
            case LiveFact.Ended(ClassTime at) -> {
                ended = at;
                state = state.ended();
                seen(at);
            }
        }
    }

    /** What a member is called is no fact of the class: whoever goes on with it hears it again. */
    public void called(ParticipantId member, String name) {
        visits.computeIfPresent(member, (m, visit) -> visit.called(name));
        hands.computeIfPresent(member, (m, hand) -> new RaisedHand(member, name, hand.at()));
    }

    private void issued(Cue cue) {
        log().append(cue);
        seen(cue.issuedAt());
        if (cue.kind() == CueKind.PLANNED) {
            planned.put(cue.cueId(), cue);
        }
        var next = cue.state();
        if (next != null) {
            if (next.ask() != null && !next.ask().equals(state.ask())) {
                answers.clear();
                askedAt = cue.issuedAt();
            }
            feedback.moved(next, visits, cue.issuedAt());
            state = next;
        }
    }

    /** A member may correct an answer while the ask is open: the newest counts. */
    private void confirmed(ParticipantId member, @Nullable Integer value) {
        var before = answers.put(member, Optional.ofNullable(value));
        if (before == null) {
            responses.merge(member, 1, Integer::sum);
        }
        var open = state.ask();
        if (open != null && open.answer() == AnswerKind.REPS) {
            var counted = before == null ? 0 : before.orElse(0);
            reps.merge(member, (value == null ? 0 : value) - counted, Integer::sum);
        }
    }

    /** An answer to a question of the live check; the first one counts, since it tells how long it took. */
    private void checked(ParticipantId member, @Nullable Integer value, ClassTime at) {
        var check = state.extras().check();
        var open = state.ask();
        if (check == null || open == null) {
            return;
        }
        var after = at.since(askedAt);
        var before = checks.getOrDefault(member, CheckResult.SILENT);
        checks.put(
                member,
                switch (open.answer()) {
                    case HEAR -> before.heard() == null ? before.heard(after) : before;
                    case SEE ->
                        before.saw(
                                after, value != null && value == check.shape().number());
                    case READY -> before.ready() == null ? before.ready(after) : before;
                    case REPS -> before;
                });
    }

    private void seen(ClassTime at) {
        newest = ClassTime.later(newest, at);
    }

    public boolean open() {
        return log != null;
    }

    /** @throws IllegalStateException before the lobby opened */
    public CueLog log() {
        if (log == null) {
            throw new IllegalStateException("the lobby is not open");
        }
        return log;
    }

    /** @throws IllegalStateException before the lobby opened */
    public CuePlan plan() {
        if (plan == null) {
            throw new IllegalStateException("the lobby is not open");
        }
        return plan;
    }

    public ClassState state() {
        return state;
    }

    /** Of the newest writer. */
    public Optional<ClockMark> mark() {
        return Optional.ofNullable(mark);
    }

    /** No fact is later than this. */
    public ClassTime newest() {
        return newest;
    }

    public Optional<ClassTime> ended() {
        return Optional.ofNullable(ended);
    }

    /** The newest revision of a planned cue that was issued. */
    public Optional<Cue> planned(String cueId) {
        return Optional.ofNullable(planned.get(cueId));
    }

    /** The newest revisions of all planned cues that were issued. */
    public List<Cue> planned() {
        return List.copyOf(planned.values());
    }

    /** In the order raised. */
    public List<RaisedHand> hands() {
        return List.copyOf(hands.values());
    }

    public boolean raised(ParticipantId member) {
        return hands.containsKey(member);
    }

    public boolean confirmed(ParticipantId member) {
        return answers.containsKey(member);
    }

    public Map<ParticipantId, Visit> visits() {
        return Collections.unmodifiableMap(visits);
    }

    /** Asks a member has answered. */
    public int responses(ParticipantId member) {
        return responses.getOrDefault(member, 0);
    }

    /** Repetitions a member has confirmed, over all asks. */
    public int reps(ParticipantId member) {
        return reps.getOrDefault(member, 0);
    }

    /** What the members answered in the live check, those who answered anything. */
    public Map<ParticipantId, CheckResult> checks() {
        return Collections.unmodifiableMap(checks);
    }

    /** What members said back. */
    Feedback feedback() {
        return feedback;
    }

    /** What members said back, in figures, so far. */
    public ResponseFigures responses() {
        return feedback.figures(visits, checks);
    }

    /** What the member chose. */
    public Wish wish(ParticipantId member) {
        return wishes.getOrDefault(member, Wish.unspoken(member));
    }

    /** Of those who chose anything. */
    public List<Wish> wishes() {
        return List.copyOf(wishes.values());
    }

    public List<RelayTally> tallies() {
        return List.copyOf(tallies.values());
    }

    /** Who has answered the open ask and who, being here, has not; null while none is open. */
    public @Nullable AskTally ask() {
        var open = state.ask();
        if (open == null) {
            return null;
        }
        var given = answers.entrySet().stream()
                .map(answer ->
                        new AskTally.Answer(answer.getKey(), answer.getValue().orElse(null)))
                .toList();
        var missing = visits.entrySet().stream()
                .filter(visit -> visit.getValue().here() && !answers.containsKey(visit.getKey()))
                .map(visit ->
                        new AskTally.Person(visit.getKey(), visit.getValue().name()))
                .collect(Collectors.toList());
        return new AskTally(open, given.size() + missing.size(), given, missing);
    }
}
