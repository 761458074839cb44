package downbeat.classes.live.sequencer;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import downbeat.classes.live.clock.ClassClock;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.course.Arrivals;
import downbeat.classes.live.course.Autopilot;
import downbeat.classes.live.course.Conductor;
import downbeat.classes.live.course.LiveFact;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.course.Stayed;
import downbeat.classes.live.course.Unheard;
import downbeat.classes.live.frame.CheckFrames;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.Phase;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.LiveCard;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Row;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.classes.live.message.Wish;
import downbeat.classes.live.meter.ClassMeters;
import downbeat.classes.live.report.RelayTally;
import downbeat.kernel.ClassId;
import downbeat.kernel.PopId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a running class's cues. Facts are applied and sent to the relays first and journaled behind; whoever
 * asked is answered when the journal holds them. Dies with its journal and is recovered from it: same epoch, next gen,
 * class time carried on.
 */
public final class Sequencer extends AbstractBehavior<SequencerMessage> {
    private static final Duration BEAT = Duration.ofMillis(250);
    /** Between the trainer's close and the end: devices show the close, late acks arrive. */
    static final Duration CURTAIN = Duration.ofSeconds(10);

    private static final Duration SETTLE = Duration.ofSeconds(15);
    private static final int SECONDS_BETWEEN_TALLIES = 15;

    private final ClassId classId;
    private final Ticker ticker;
    private final ClassDesk desk;
    private final ClassMeters metrics;
    private final WriteBehind writeBehind;
    private final TimerScheduler<SequencerMessage> timers;
    private final Score score;
    private @Nullable ClassClock clock;
    private final RelayLinks relays = new RelayLinks();
    private final Presence presence = new Presence();
    private final Map<String, RelayTally> tallies = new LinkedHashMap<>();
    private final Gauges gauges = new Gauges();
    private final Biofeedback biofeedback = new Biofeedback();
    private final Sequel sequel;
    private final Luggage luggage;
    private RelayMessage.@Nullable Checks checks;
    private boolean askMoved;
    private int seconds;

    public static Behavior<SequencerMessage> create(
            ClassId classId, Ticker ticker, ClassDesk desk, ClassMeters metrics) {
        return Recovery.of(
                classId,
                ticker,
                (score, clock, journal) -> Behaviors.withTimers(timers -> Behaviors.setup(context ->
                        new Sequencer(context, classId, ticker, desk, metrics, journal, timers, score, clock))));
    }

    private Sequencer(
            ActorContext<SequencerMessage> context,
            ClassId classId,
            Ticker ticker,
            ClassDesk desk,
            ClassMeters metrics,
            ActorRef<Heard.Write> journal,
            TimerScheduler<SequencerMessage> timers,
            Score score,
            @Nullable ClassClock clock) {
        super(context);
        this.classId = classId;
        this.ticker = ticker;
        this.desk = desk;
        this.metrics = metrics;
        this.writeBehind = new WriteBehind(journal, context.getSelf());
        this.timers = timers;
        this.score = score;
        this.clock = clock;
        this.sequel = new Sequel(context, classId, desk);
        this.luggage = new Luggage(context, classId, desk);
        if (score.open()) {
            goOn();
        }
        timers.startTimerAtFixedRate(new Heard.Beat(), BEAT);
        timers.startTimerAtFixedRate(new Heard.Second(), Duration.ofSeconds(1));
    }

    private void goOn() {
        score.tallies().forEach(tally -> tallies.put(tally.run(), tally));
        if (score.ended().isEmpty()) {
            timers.startSingleTimer(new Heard.Settle(), SETTLE);
            if (score.state().phase() == Phase.CLOSING) {
                sequel.ask();
                timers.startSingleTimer(new Heard.Curtain(), CURTAIN);
            }
            getContext()
                    .getLog()
                    .info(
                            "class {} goes on with gen {}",
                            classId.value(),
                            score.log().gen());
        }
    }

    private ClassClock clock() {
        if (clock == null) {
            throw new IllegalStateException("the lobby is not open");
        }
        return clock;
    }

    private ClassTime now() {
        return clock == null ? ClassTime.ZERO : ClassTime.later(clock.now(), score.newest());
    }

    @Override
    public Receive<SequencerMessage> createReceive() {
        return newReceiveBuilder()
                .onMessage(SequencerMessage.Do.class, this::onDo)
                .onMessage(SequencerMessage.Here.class, this::onHere)
                .onMessage(SequencerMessage.Present.class, this::onPresent)
                .onMessage(SequencerMessage.Measured.class, this::onMeasured)
                .onMessage(SequencerMessage.Bio.class, this::onBio)
                .onMessage(SequencerMessage.Show.class, this::onShow)
                .onMessage(SequencerMessage.Expect.class, this::onExpect)
                .onMessage(Heard.Written.class, written -> onWritten())
                .onMessage(Heard.Beat.class, beat -> onBeat())
                .onMessage(Heard.Second.class, second -> onSecond())
                .onMessage(Heard.Curtain.class, curtain -> onCurtain())
                .onMessage(Heard.Settle.class, settle -> onSettle())
                .onMessage(Heard.Finished.class, this::onFinished)
                .onMessage(Heard.NextFound.class, this::onNextFound)
                .onMessage(SequencerMessage.AssetsChanged.class, changed -> onAssetsChanged())
                .onMessage(Heard.Packed.class, this::onPacked)
                .onSignal(Terminated.class, gone -> Behaviors.stopped())
                .build();
    }

    private Behavior<SequencerMessage> onDo(SequencerMessage.Do message) {
        var phase = score.state().phase();
        var verdict = Conductor.decide(score, message.command(), message.by(), now(), Lead.of(tallies.values()));
        if (score.open()) {
            record(verdict.facts());
        } else if (!verdict.facts().isEmpty()) {
            open(verdict.facts());
        }
        writeBehind.answer(message.replyTo(), verdict.answer());
        if (!verdict.facts().isEmpty() && score.ended().isEmpty()) {
            record(Autopilot.apply(score, now()), true);
        }
        follow(phase);
        return this;
    }

    /** Epoch and first gen are one row: no log is ever found without a writer. */
    private void open(List<LiveFact> facts) {
        var zero = ClassClock.open(ticker);
        clock = zero;
        var all = new ArrayList<>(facts);
        all.add(new LiveFact.GenTaken(1, zero.mark()));
        record(all);
        luggage.refresh();
        getContext().getLog().info("class {} opens its lobby", classId.value());
    }

    /** What the class itself and the timers must know of a change of phase. */
    private void follow(Phase before) {
        var phase = score.state().phase();
        if (phase == before) {
            return;
        }
        if (before == Phase.LOBBY && phase == Phase.LIVE) {
            desk.begun(classId);
        }
        if (phase == Phase.CLOSING) {
            desk.closing(classId);
            sequel.ask();
            timers.startSingleTimer(new Heard.Curtain(), CURTAIN);
        }
        if (phase == Phase.ENDED) {
            relays.tell(new RelayMessage.Over());
        }
        getContext().getLog().info("class {} is {}", classId.value(), phase);
    }

    private Behavior<SequencerMessage> onNextFound(Heard.NextFound found) {
        sequel.found(found, relays);
        return this;
    }

    private void record(List<LiveFact> facts) {
        record(facts, false);
    }

    /** Applies facts (unless they have been), sends them and queues them for the journal. */
    private void record(List<LiveFact> facts, boolean applied) {
        if (facts.isEmpty()) {
            return;
        }
        var cues = new ArrayList<Cue>();
        for (var fact : facts) {
            if (!applied) {
                score.apply(fact);
            }
            if (fact instanceof LiveFact.CueIssued(Cue cue)) {
                cues.add(cue);
                askMoved |= cue.verb() == CueVerb.ASK || cue.verb() == CueVerb.ASK_CLOSED;
            }
            askMoved |= fact instanceof LiveFact.Confirmed;
        }
        if (!cues.isEmpty()) {
            relays.tell(new RelayMessage.Issued(cues, score.state()));
        }
        if (facts.stream().anyMatch(f -> f instanceof LiveFact.HandRaised || f instanceof LiveFact.HandLowered)) {
            relays.tell(new RelayMessage.Hands(score.hands()));
        }
        var wishes = facts.stream().flatMap(Sequencer::wish).toList();
        if (!wishes.isEmpty()) {
            relays.tell(new RelayMessage.Wishes(wishes));
        }
        metrics.recorded(facts);
        writeBehind.add(facts);
    }

    private static Stream<Wish> wish(LiveFact fact) {
        return fact instanceof LiveFact.Wished(var member, var shares, var adapted, var at)
                ? Stream.of(new Wish(member, shares, adapted))
                : Stream.empty();
    }

    private Behavior<SequencerMessage> onWritten() {
        writeBehind.written();
        return this;
    }

    private Behavior<SequencerMessage> onHere(SequencerMessage.Here here) {
        if (!score.open()) {
            return this; // devices wait with their relay: the class that let them in is about to open this one
        }
        if (score.ended().isPresent()) {
            here.relay().tell(new RelayMessage.Over());
            return this;
        }
        if (relays.here(here.pop(), here.relay(), here.held(), score.log(), ticker.nanos())) {
            here.relay().tell(Welcomes.to(here, score, presence));
            sequel.tell(here.relay());
            luggage.tell(here.relay());
            if (checks != null) {
                here.relay().tell(checks);
            }
        }
        here.relay()
                .tell(new RelayMessage.Time(
                        here.nanos(), clock().now(), clock().mark(), score.log().position()));
        return this;
    }

    private Behavior<SequencerMessage> onPresent(SequencerMessage.Present present) {
        if (score.open()) {
            moved(presence.take(present.pop(), present.rows(), present.all()));
        }
        return this;
    }

    private void moved(List<Row> rows) {
        var facts = Arrivals.of(score, rows, now());
        askMoved |= !facts.isEmpty() && score.state().ask() != null;
        record(facts);
    }

    private Behavior<SequencerMessage> onMeasured(SequencerMessage.Measured measured) {
        tallies.put(measured.tally().run(), measured.tally());
        return this;
    }

    private Behavior<SequencerMessage> onBio(SequencerMessage.Bio bio) {
        biofeedback.take(bio.pop(), bio.rows());
        return this;
    }

    private Behavior<SequencerMessage> onExpect(SequencerMessage.Expect expect) {
        var member = expect.member();
        if (!score.open()) {
            expect.replyTo().tell(Conductor.notOpen());
            return this;
        }
        if (member != null && !score.visits().containsKey(member)) {
            record(List.of(new LiveFact.Expected(member, now())));
        }
        expect.replyTo().tell(new LiveAnswer.Done());
        return this;
    }

    private Behavior<SequencerMessage> onShow(SequencerMessage.Show show) {
        var open = score.open();
        show.replyTo()
                .tell(new LiveCard(
                        open ? score.log().epoch() : null,
                        open ? score.log().gen() : 0,
                        open ? score.log().last() : 0,
                        open ? now() : null,
                        open ? score.state() : null,
                        presence.all(),
                        score.hands(),
                        score.ask(),
                        gauges.newest()));
        return this;
    }

    private Behavior<SequencerMessage> onBeat() {
        if (!score.open() || score.ended().isPresent()) {
            return this;
        }
        record(Autopilot.apply(score, now()), true);
        var rows = presence.changes();
        if (!rows.isEmpty()) {
            relays.tell(new RelayMessage.Roster(rows));
        }
        biofeedback.due(score, now()).ifPresent(sheet -> relays.tell(new RelayMessage.Bio(sheet)));
        if (askMoved) {
            askMoved = false;
            relays.tell(new RelayMessage.Asked(score.ask()));
        }
        return this;
    }

    private Behavior<SequencerMessage> onSecond() {
        if (!score.open() || score.ended().isPresent()) {
            return this;
        }
        metrics.running(classId);
        luggage.refresh();
        for (PopId lost : relays.lost(ticker.nanos())) {
            moved(presence.drop(lost));
            biofeedback.drop(lost);
        }
        tellChecks();
        relays.tell(new RelayMessage.Gauge(gauges.write(score, tallies.values())));
        if (++seconds % SECONDS_BETWEEN_TALLIES == 0) {
            keepTallies();
        }
        return this;
    }

    /** While the live check lasts and for good after it, whenever something is new: who comes late sees it too. */
    private void tellChecks() {
        var check = score.state().extras().check();
        if (check == null && score.checks().isEmpty()) {
            return;
        }
        var json = CheckFrames.rows(check, presence.all(), score.checks()).toString();
        var newest = new RelayMessage.Checks(json, Unheard.of(score, now()));
        if (!newest.equals(checks)) {
            checks = newest;
            relays.tell(newest);
        }
    }

    private void keepTallies() {
        record(tallies.values().stream()
                .filter(tally -> !score.tallies().contains(tally))
                .<LiveFact>map(LiveFact.Measured::new)
                .toList());
    }

    private Behavior<SequencerMessage> onAssetsChanged() {
        if (score.open()) {
            luggage.changed();
        }
        return this;
    }

    private Behavior<SequencerMessage> onPacked(Heard.Packed packed) {
        luggage.packed(packed, relays);
        return this;
    }

    private Behavior<SequencerMessage> onSettle() {
        moved(score.visits().entrySet().stream()
                .filter(visit -> visit.getValue().here() && !presence.here(visit.getKey()))
                .map(visit -> new Row(visit.getKey(), visit.getValue().name(), 0, false))
                .toList());
        return this;
    }

    private Behavior<SequencerMessage> onCurtain() {
        keepTallies();
        getContext()
                .pipeToSelf(
                        desk.finished(classId, score),
                        (told, failure) -> new Heard.Finished(failure == null && Boolean.TRUE.equals(told)));
        return this;
    }

    private Behavior<SequencerMessage> onFinished(Heard.Finished finished) {
        if (!finished.told()) {
            getContext().getLog().warn("class {} could not be told its outcome yet", classId.value());
            timers.startSingleTimer(new Heard.Curtain(), CURTAIN);
            return this;
        }
        if (score.ended().isEmpty()) {
            var before = score.state().phase();
            record(List.of(new LiveFact.Ended(now())));
            metrics.ended(Stayed.of(score));
            follow(before);
        }
        return this;
    }
}
