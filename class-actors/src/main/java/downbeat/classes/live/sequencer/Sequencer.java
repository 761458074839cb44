package downbeat.classes.live.sequencer;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.Terminated;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.japi.function.Function;
import downbeat.classes.live.clock.ClassClock;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.course.Arrivals;
import downbeat.classes.live.course.Autopilot;
import downbeat.classes.live.course.Conductor;
import downbeat.classes.live.course.LiveFact;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.course.Stayed;
import downbeat.classes.live.log.Phase;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Row;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.classes.live.meter.ClassMeters;
import downbeat.kernel.ClassId;
import downbeat.kernel.PopId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one writer of a running class's cues. Facts are applied and sent to the relays first and journaled behind; whoever
 * asked is answered when the journal holds them. Dies with its journal and is recovered from it: same epoch, next gen,
 * class time carried on.
 */
public final class Sequencer extends AbstractBehavior<SequencerMessage> {
    private static final Duration BEAT = Duration.ofMillis(250);
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
    private final Tallies tallies = new Tallies();
    private final Gauges gauges = new Gauges();
    private final Checks checks = new Checks();
    private final Biofeedback biofeedback = new Biofeedback();
    private final Pen pen;
    private final Curtain curtain;
    private final Sequel sequel;
    private final Encore encore;
    private final Luggage luggage;
    private final Company company;
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
        this.pen = new Pen(score, relays, writeBehind, metrics);
        this.curtain = new Curtain(context, timers, classId, desk);
        this.sequel = new Sequel(context, classId, desk);
        this.encore = new Encore(timers);
        this.luggage = new Luggage(context, classId, desk);
        this.company = new Company(context, classId, desk);
        if (score.open()) {
            goOn();
        }
        timers.startTimerAtFixedRate(new Heard.Beat(), BEAT);
        timers.startTimerAtFixedRate(new Heard.Second(), Duration.ofSeconds(1));
    }

    private void goOn() {
        score.tallies().forEach(tallies::take);
        if (score.ended().isEmpty()) {
            timers.startSingleTimer(new Heard.Settle(), SETTLE);
            if (score.state().phase() == Phase.CLOSING) {
                sequel.ask();
                curtain.fall();
            }
            var gen = score.log().gen();
            getContext().getLog().info("class {} goes on with gen {}", classId.value(), gen);
        }
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
                .onMessage(SequencerMessage.Measured.class, then(measured -> tallies.take(measured.tally())))
                .onMessage(SequencerMessage.Bio.class, then(bio -> biofeedback.take(bio.pop(), bio.rows())))
                .onMessage(
                        SequencerMessage.Show.class,
                        then(show -> show.replyTo().tell(Cards.of(score, presence, gauges, now()))))
                .onMessage(SequencerMessage.Expect.class, this::onExpect)
                .onMessage(Heard.Written.class, then(written -> writeBehind.written()))
                .onMessage(Heard.Beat.class, beat -> onBeat())
                .onMessage(Heard.Second.class, second -> onSecond())
                .onMessage(Heard.Curtain.class, down -> onCurtain())
                .onMessage(Heard.Settle.class, then(settle -> moved(presence.missing(score.visits()))))
                .onMessage(Heard.Finished.class, this::onFinished)
                .onMessage(Heard.NextFound.class, then(found -> sequel.found(found, relays)))
                .onMessage(SequencerMessage.DropNews.class, this::onDropNews)
                .onMessage(Heard.Encore.class, over -> onEncoreOver())
                .onMessage(SequencerMessage.AssetsChanged.class, changed -> onAssetsChanged())
                .onMessage(Heard.Packed.class, then(packed -> luggage.packed(packed, relays)))
                .onMessage(SequencerMessage.RoomChanged.class, changed -> onRoomChanged())
                .onMessage(Heard.RoomRead.class, then(read -> company.read(read, presence, relays)))
                .onSignal(Terminated.class, gone -> Behaviors.stopped())
                .build();
    }

    /** Whatever is done, the sequencer listens on as before. */
    private <M extends SequencerMessage> Function<M, Behavior<SequencerMessage>> then(Consumer<M> does) {
        return message -> {
            does.accept(message);
            return this;
        };
    }

    private Behavior<SequencerMessage> onDo(SequencerMessage.Do message) {
        var phase = score.state().phase();
        var verdict = Conductor.decide(score, message.command(), message.by(), now(), Lead.of(tallies.all()));
        if (score.open()) {
            pen.record(verdict.facts());
        } else if (!verdict.facts().isEmpty()) {
            open(verdict.facts());
        }
        writeBehind.answer(message.replyTo(), verdict.answer());
        if (!verdict.facts().isEmpty() && score.ended().isEmpty()) {
            pen.recordApplied(Autopilot.apply(score, now()));
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
        pen.record(all);
        luggage.refresh();
        company.refresh();
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
            curtain.fall();
        }
        if (phase == Phase.ENDED) {
            relays.tell(new RelayMessage.Over());
        }
        getContext().getLog().info("class {} is {}", classId.value(), phase);
    }

    private Behavior<SequencerMessage> onHere(SequencerMessage.Here here) {
        if (clock == null || !score.open()) {
            return this; // devices wait with their relay: the class that let them in is about to open this one
        }
        if (score.ended().isPresent()) {
            here.relay().tell(new RelayMessage.Over());
            return this;
        }
        if (relays.here(here.pop(), here.relay(), here.held(), score.log(), ticker.nanos())) {
            here.relay().tell(Welcomes.to(here, score, presence));
            sequel.tell(here.relay());
            encore.tell(here.relay());
            luggage.tell(here.relay());
            company.tell(here.relay());
            checks.tell(here.relay());
        }
        here.relay().tell(Welcomes.time(here, score, clock));
        return this;
    }

    private Behavior<SequencerMessage> onPresent(SequencerMessage.Present present) {
        if (score.open()) {
            present.rows().forEach(row -> score.called(row.member(), row.name()));
            moved(presence.take(present.pop(), present.rows(), present.all()));
        }
        return this;
    }

    private void moved(List<Row> rows) {
        pen.recordMoves(Arrivals.of(score, rows, now()));
    }

    private Behavior<SequencerMessage> onExpect(SequencerMessage.Expect expect) {
        var member = expect.member();
        if (!score.open()) {
            expect.replyTo().tell(Conductor.notOpen());
            return this;
        }
        if (member != null && !score.visits().containsKey(member)) {
            pen.record(List.of(new LiveFact.Expected(member, now())));
        }
        expect.replyTo().tell(new LiveAnswer.Done());
        return this;
    }

    private Behavior<SequencerMessage> onBeat() {
        if (!score.open() || score.ended().isPresent()) {
            return this;
        }
        pen.recordApplied(Autopilot.apply(score, now()));
        var rows = presence.changes();
        if (!rows.isEmpty()) {
            relays.tell(new RelayMessage.Roster(rows));
        }
        biofeedback.due(score, now()).ifPresent(sheet -> relays.tell(new RelayMessage.Bio(sheet)));
        pen.tellAsk();
        return this;
    }

    private Behavior<SequencerMessage> onSecond() {
        if (!score.open() || score.ended().isPresent()) {
            return this;
        }
        metrics.running(classId);
        luggage.refresh();
        company.refresh();
        for (PopId lost : relays.lost(ticker.nanos())) {
            moved(presence.drop(lost));
            biofeedback.drop(lost);
        }
        checks.second(score, presence, now(), relays);
        relays.tell(new RelayMessage.Gauge(gauges.write(score, tallies.all())));
        if (++seconds % SECONDS_BETWEEN_TALLIES == 0) {
            pen.record(tallies.news(score));
        }
        return this;
    }

    private Behavior<SequencerMessage> onAssetsChanged() {
        if (score.open()) {
            luggage.changed();
        }
        return this;
    }

    private Behavior<SequencerMessage> onRoomChanged() {
        if (score.open()) {
            company.changed();
        }
        return this;
    }

    private Behavior<SequencerMessage> onCurtain() {
        pen.record(tallies.news(score));
        curtain.tell(score);
        return this;
    }

    private Behavior<SequencerMessage> onFinished(Heard.Finished finished) {
        if (curtain.told(finished) && !encore.begins()) {
            end();
        }
        return this;
    }

    private Behavior<SequencerMessage> onDropNews(SequencerMessage.DropNews news) {
        if (score.open() && score.ended().isEmpty() && encore.take(news, relays)) {
            end();
        }
        return this;
    }

    private Behavior<SequencerMessage> onEncoreOver() {
        end();
        return this;
    }

    private void end() {
        if (score.ended().isEmpty()) {
            var before = score.state().phase();
            pen.record(List.of(new LiveFact.Ended(now())));
            metrics.ended(Stayed.of(score));
            follow(before);
        }
    }
}
