package downbeat.classes.live.relay;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.clock.RemoteClock;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.frame.Frames;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Row;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.classes.live.message.Vitals;
import downbeat.classes.live.meter.CueMeters;
import downbeat.classes.live.meter.ResumeMeters;
import downbeat.classes.live.meter.Standing;
import downbeat.classes.live.quality.Rung;
import downbeat.classes.live.report.AckBatch;
import downbeat.classes.live.report.Tally;
import downbeat.kernel.PopId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A class's representative at a point of presence. Copies the cue log, renders each frame once, and tells its connections;
 * what they measure and who is there goes to the sequencer. It holds nothing that cannot be had again: a relay that is lost
 * is started anew by its connections' next sign of life and welcomed by the sequencer.
 */
public final class Relay extends AbstractBehavior<RelayMessage> {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    /** What a socket measured last is of the report, unacked cues above all. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final Duration PROBE_EVERY = Duration.ofMillis(50);
    private static final int FIRST_PROBES = 16;
    private static final int SECONDS_ALONE = 60;
    private static final int SECONDS_BETWEEN_LISTS = 10;
    private static final int ENDED = 3010;
    private static final int MOVED = 3003;
    private static final Felt.Admission ADMISSION = new Felt.Admission();

    private final TimerScheduler<RelayMessage> timers;
    private final PopId pop;
    private final Ticker ticker;
    private final RecipientRef<SequencerMessage> sequencer;
    private final RemoteClock clock;
    private final String run = UUID.randomUUID().toString();
    private final Links links = new Links();
    private final Departed departed = new Departed();
    private final Meters meters = new Meters();
    private final Tally tally = new Tally();
    private final CueMeters metrics;
    private final Standing standing;
    private final Biofeedback biofeedback = new Biofeedback(links);
    private final Reception reception;
    private final Rungs rungs;
    private final Rations rations;
    private final List<RelayMessage.Attach> early = new ArrayList<>();
    private final Lobby lobby;
    private final Notices notices = new Notices(links);
    private @Nullable Copy copy;
    private int seconds;
    private int alone;
    private int probes;

    public static Behavior<RelayMessage> create(
            PopId pop, RecipientRef<SequencerMessage> sequencer, Ticker ticker, Surroundings around) {
        return Behaviors.withTimers(
                timers -> Behaviors.setup(context -> new Relay(context, timers, pop, sequencer, ticker, around)));
    }

    private Relay(
            ActorContext<RelayMessage> context,
            TimerScheduler<RelayMessage> timers,
            PopId pop,
            RecipientRef<SequencerMessage> sequencer,
            Ticker ticker,
            Surroundings around) {
        super(context);
        this.timers = timers;
        this.pop = pop;
        this.sequencer = sequencer;
        this.ticker = ticker;
        this.clock = new RemoteClock(ticker);
        this.lobby = new Lobby(around.rate(), ticker.nanos());
        this.metrics = new CueMeters(around.metrics());
        this.standing = around.standing();
        this.reception = new Reception(pop, clock, departed, tally, new ResumeMeters(around.metrics()));
        this.rungs = new Rungs(around, this::moved);
        this.rations = new Rations(links, rungs::of);
        timers.startTimerAtFixedRate(new Felt.Second(), Duration.ofSeconds(1));
        timers.startTimerAtFixedRate(new Felt.Probe(), PROBE_EVERY);
        here();
    }

    @Override
    public Receive<RelayMessage> createReceive() {
        return newReceiveBuilder()
                .onMessage(RelayMessage.Issued.class, this::onIssued)
                .onMessage(RelayMessage.Alive.class, this::onAlive)
                .onMessage(RelayMessage.Command.class, this::onCommand)
                .onMessage(Felt.Answered.class, this::onAnswered)
                .onMessage(RelayMessage.Attach.class, this::onAttach)
                .onMessage(RelayMessage.Detach.class, this::onDetach)
                .onMessage(Felt.Gone.class, this::onGone)
                .onMessage(Felt.Silent.class, silent -> leave(silent.socket(), List.of(), null))
                .onMessage(RelayMessage.Welcome.class, this::onWelcome)
                .onMessage(RelayMessage.Time.class, this::onTime)
                .onMessage(RelayMessage.Hands.class, this::onHands)
                .onMessage(RelayMessage.Roster.class, this::onRoster)
                .onMessage(RelayMessage.Asked.class, this::onAsked)
                .onMessage(RelayMessage.Gauge.class, this::onGauge)
                .onMessage(RelayMessage.Checks.class, this::onChecks)
                .onMessage(RelayMessage.Pin.class, this::onPin)
                .onMessage(RelayMessage.Sensed.class, this::onSensed)
                .onMessage(RelayMessage.Bio.class, this::onBio)
                .onMessage(RelayMessage.Wishes.class, this::onWishes)
                .onMessage(RelayMessage.Assets.class, this::onAssets)
                .onMessage(RelayMessage.AskTime.class, this::onAskTime)
                .onMessage(RelayMessage.AskRoster.class, this::onAskRoster)
                .onMessage(RelayMessage.Next.class, this::onNext)
                .onMessage(RelayMessage.GiveUp.class, this::onGiveUp)
                .onMessage(Felt.Admission.class, admission -> admit())
                .onMessage(RelayMessage.Over.class, over -> onOver())
                .onMessage(Felt.Second.class, second -> onSecond())
                .onMessage(Felt.Probe.class, probe -> onProbe())
                .build();
    }

    // ---- the sequencer

    private void here() {
        var held = copy == null ? null : copy.position();
        sequencer.tell(new SequencerMessage.Here(
                pop, held, ticker.nanos(), getContext().getSelf()));
    }

    private Behavior<RelayMessage> onWelcome(RelayMessage.Welcome welcome) {
        if (copy == null || !copy.continues(welcome)) {
            startCopy(welcome);
        } else {
            goOn(copy, welcome);
        }
        notices.keepAsks(welcome.ask());
        listPresence();
        return this;
    }

    private void startCopy(RelayMessage.Welcome welcome) {
        if (copy != null) {
            links.tell(new ConnectionMessage.Bye(MOVED, "the class goes on from another log"));
        }
        copy = new Copy(welcome);
        attachEarly();
    }

    private void goOn(Copy copy, RelayMessage.Welcome welcome) {
        var shorter = !copy.repeats(welcome) && welcome.after() < copy.log().last();
        var cues = copy.goOn(welcome);
        if (shorter) {
            links.tell(new ConnectionMessage.Moved(copy.log().gen(), welcome.after()));
        }
        send(copy, cues);
        links.tell(new ConnectionMessage.Latest(Channel.STATE, Frames.push("state", "state", copy.stateBody())));
        rations.hands(copy);
        rations.wholeRoster(copy);
    }

    private void attachEarly() {
        if (copy != null && clock.known()) {
            var waiting = List.copyOf(early);
            early.clear();
            waiting.forEach(this::receive);
        }
    }

    private Behavior<RelayMessage> onIssued(RelayMessage.Issued issued) {
        if (copy != null) {
            send(copy, copy.take(issued));
            if (copy.gap(issued)) {
                here();
            }
        }
        return this;
    }

    /** One message for each connection, whatever the number of cues; every frame is rendered once. */
    private void send(Copy copy, List<Cue> cues) {
        if (!cues.isEmpty() && !links.isEmpty()) {
            links.tell(new ConnectionMessage.Cues(
                    cues.stream().map(cue -> copy.frame(cue, false)).toList()));
        }
    }

    private Behavior<RelayMessage> onTime(RelayMessage.Time time) {
        clock.adopt(time.mark(), 0);
        clock.observe(time.nanos(), time.t(), 0);
        attachEarly();
        return this;
    }

    private Behavior<RelayMessage> onHands(RelayMessage.Hands hands) {
        if (copy != null) {
            copy.hands(hands.hands());
            rations.hands(copy);
        }
        return this;
    }

    private Behavior<RelayMessage> onRoster(RelayMessage.Roster roster) {
        if (copy != null) {
            copy.roster(roster.rows());
            rations.roster(copy, roster.rows());
        }
        return this;
    }

    private Behavior<RelayMessage> onAsked(RelayMessage.Asked asked) {
        biofeedback.asked(asked.ask());
        notices.asks(asked.ask());
        return this;
    }

    private Behavior<RelayMessage> onGauge(RelayMessage.Gauge now) {
        notices.gauge(now.json());
        if (copy != null) {
            sequencer.tell(new SequencerMessage.Bio(pop, biofeedback.rows(copy)));
        }
        return this;
    }

    private Behavior<RelayMessage> onChecks(RelayMessage.Checks now) {
        notices.check(now.json());
        rungs.unheard(now.unheard(), sinceBoot());
        return this;
    }

    private Behavior<RelayMessage> onBio(RelayMessage.Bio bio) {
        biofeedback.tell(bio.sheet(), rations, seconds);
        return this;
    }

    private Behavior<RelayMessage> onWishes(RelayMessage.Wishes wishes) {
        if (copy != null) {
            copy.wishes(wishes.wishes());
        }
        return this;
    }

    private Behavior<RelayMessage> onNext(RelayMessage.Next told) {
        notices.next(told.next());
        return this;
    }

    private Behavior<RelayMessage> onAssets(RelayMessage.Assets now) {
        reception.assets(now.json());
        links.tell(new ConnectionMessage.Latest(Channel.ASSETS, Frames.push("assets", "assets", now.json())));
        return this;
    }

    private Behavior<RelayMessage> onOver() {
        var rejected = new ConnectionMessage.Rejected("wrong-phase", "this class is not running", ENDED);
        early.forEach(attach -> attach.socket().tell(rejected));
        lobby.tell(rejected);
        links.tell(new ConnectionMessage.Bye(ENDED, "the class has ended"));
        return Behaviors.stopped();
    }

    // ---- the connections

    private Behavior<RelayMessage> onAttach(RelayMessage.Attach attach) {
        if (copy == null || !clock.known()) {
            early.removeIf(earlier -> earlier.socket().equals(attach.socket()));
            early.add(attach);
        } else {
            receive(attach);
        }
        return this;
    }

    private void receive(RelayMessage.Attach attach) {
        if (copy != null && Lobby.queues(attach, links, copy.log().epoch())) {
            lobby.arrive(attach);
            getContext().watchWith(attach.socket(), new Felt.Gone(attach.socket()));
            admit();
        } else {
            attach(attach);
        }
    }

    private Behavior<RelayMessage> admit() {
        if (copy != null) {
            lobby.admit(ticker.nanos()).forEach(this::attach);
            lobby.tell(copy, clock, ticker.nanos());
        }
        if (lobby.isEmpty()) {
            timers.cancel(ADMISSION);
        } else if (!timers.isTimerActive(ADMISSION)) {
            timers.startTimerAtFixedRate(ADMISSION, ADMISSION, Lobby.TICK);
        }
        return this;
    }

    private Behavior<RelayMessage> onGiveUp(RelayMessage.GiveUp given) {
        lobby.leave(given.socket());
        links.find(given.socket()).ifPresent(rungs::goodbye);
        return this;
    }

    private void attach(RelayMessage.Attach attach) {
        if (copy == null) {
            return;
        }
        var link = new Link(attach.joiner(), attach.device(), attach.socket());
        if (links.find(attach.socket()).isEmpty()) {
            getContext().watchWith(attach.socket(), new Felt.Gone(attach.socket()));
        }
        links.add(link).ifPresent(this::replaced);
        attach.socket().tell(reception.attached(copy, attach, link));
        rungs.arrived(link);
        notices.greet(link);
        biofeedback.attached(link);
        present(link);
    }

    /** An older socket of the same device: the device is on the new one. */
    private void replaced(Link old) {
        getContext().unwatch(old.socket());
        old.socket().tell(new ConnectionMessage.Bye(1000, "this device has connected again"));
    }

    private Behavior<RelayMessage> onDetach(RelayMessage.Detach detach) {
        return leave(detach.socket(), detach.unacked(), detach.last());
    }

    /** The news of a socket's end overtakes its last words, which come through the shard region: they are waited for. */
    private Behavior<RelayMessage> onGone(Felt.Gone gone) {
        timers.startSingleTimer(new Felt.Silent(gone.socket()), LAST_WORDS);
        return this;
    }

    private Behavior<RelayMessage> leave(
            ActorRef<ConnectionMessage> socket, List<Long> unacked, @Nullable AckBatch last) {
        early.removeIf(attach -> attach.socket().equals(socket));
        lobby.lose(socket, ticker.nanos());
        links.remove(socket).ifPresent(link -> {
            getContext().unwatch(socket);
            if (last != null) {
                measure(link, last);
            }
            departed.left(link.key(), unacked, ticker.nanos());
            rungs.left(link, sinceBoot());
            biofeedback.left(link);
            present(link);
        });
        return this;
    }

    private void present(Link link) {
        if (link.member()) {
            sequencer.tell(new SequencerMessage.Present(pop, List.of(links.row(link)), false));
        }
    }

    private void listPresence() {
        List<Row> rows = links.rows();
        sequencer.tell(new SequencerMessage.Present(pop, rows, true));
    }

    private Behavior<RelayMessage> onAlive(RelayMessage.Alive alive) {
        links.find(alive.socket())
                .ifPresentOrElse(
                        link -> {
                            measure(link, alive.batch());
                            heard(link, alive.vitals());
                            rungs.alive(link, alive.batch(), alive.vitals(), sinceBoot());
                            sense(link, alive.vitals().reading());
                        },
                        () -> alive.socket().tell(new ConnectionMessage.Unknown()));
        return this;
    }

    private Behavior<RelayMessage> onSensed(RelayMessage.Sensed sensed) {
        links.find(sensed.socket()).ifPresent(link -> sense(link, sensed.reading()));
        return this;
    }

    private void sense(Link link, @Nullable Reading reading) {
        if (clock.known()) {
            metrics.sensed(reading);
            biofeedback.sensed(link, reading, clock.now());
        }
    }

    private void measure(Link link, AckBatch batch) {
        if (link.member()) {
            tally.add(batch);
            metrics.take(batch);
            meters.take(link.joiner().member(), batch);
        }
    }

    private void heard(Link link, Vitals vitals) {
        var stats = vitals.stats();
        if (link.member() && stats != null) {
            tally.said(stats);
            metrics.said(stats);
        }
    }

    private Behavior<RelayMessage> onCommand(RelayMessage.Command message) {
        var link = links.find(message.socket()).orElse(null);
        if (link == null) {
            message.socket().tell(new ConnectionMessage.Unknown());
            return this;
        }
        getContext()
                .ask(
                        LiveAnswer.class,
                        sequencer,
                        PATIENCE,
                        replyTo -> new SequencerMessage.Do(message.command(), link.joiner(), replyTo),
                        (answer, late) -> new Felt.Answered(message.socket(), message.id(), message.verb(), answer));
        return this;
    }

    private Behavior<RelayMessage> onPin(RelayMessage.Pin pin) {
        links.find(pin.socket())
                .ifPresentOrElse(
                        link -> answer(pin.socket(), pin.id(), "pin", rungs.pin(link, pin.rung(), sinceBoot())),
                        () -> pin.socket().tell(new ConnectionMessage.Unknown()));
        return this;
    }

    private void moved(Link link, Rung from, Rung to) {
        if (copy != null) {
            rations.moved(copy, link, from, to);
        }
    }

    private Duration sinceBoot() {
        return Duration.ofNanos(ticker.nanos());
    }

    private Behavior<RelayMessage> onAnswered(Felt.Answered answered) {
        var answer = answered.answer() != null
                ? answered.answer()
                : new LiveAnswer.Refused(
                        "unavailable", "the class did not answer in time: repeat with the same cueId", null);
        answer(answered.socket(), answered.id(), answered.verb(), answer);
        return this;
    }

    private static void answer(ActorRef<ConnectionMessage> socket, @Nullable Long id, String verb, LiveAnswer answer) {
        var key = answer instanceof LiveAnswer.Refused ? "error" : verb;
        socket.tell(new ConnectionMessage.Reply(id, key, Frames.answer(answer).toString()));
    }

    private Behavior<RelayMessage> onAskTime(RelayMessage.AskTime ask) {
        if (clock.known()) {
            ask.socket().tell(new ConnectionMessage.Time(ask.nanos(), clock.now(), clock.err(), clock.handOn()));
        }
        return this;
    }

    private Behavior<RelayMessage> onAskRoster(RelayMessage.AskRoster ask) {
        if (copy != null) {
            ask.socket()
                    .tell(new ConnectionMessage.RosterChange(Frames.push("roster", "roster", copy.rosterBody()), true));
        }
        return this;
    }

    // ---- timers

    private Behavior<RelayMessage> onProbe() {
        if (probes < FIRST_PROBES && (copy == null || !clock.known() || clock.probing())) {
            probes++;
            here();
        }
        return this;
    }

    private Behavior<RelayMessage> onSecond() {
        seconds++;
        alone = links.isEmpty() && early.isEmpty() && lobby.isEmpty() ? alone + 1 : 0;
        if (alone > SECONDS_ALONE) {
            return Behaviors.stopped();
        }
        here();
        departed.expire(ticker.nanos());
        rungs.second(sinceBoot());
        lobby.expire(ticker.nanos());
        standing.relay(run, lobby.size(), rungs.members(sinceBoot()));
        if (copy != null) {
            rations.second(copy, seconds);
            var book = rungs.book();
            var members = meters.told(links::devices, member -> rungs.shown(member, sinceBoot()), book);
            var told = tally.told(run, members, book.fallbacks(), book.millis());
            sequencer.tell(new SequencerMessage.Measured(pop, told));
        }
        if (copy != null && clock.known()) {
            biofeedback.coach(copy, clock.now());
        }
        if (seconds % SECONDS_BETWEEN_LISTS == 0) {
            listPresence();
        }
        if (seconds % 2 == 0 && clock.known()) {
            links.tell(new ConnectionMessage.Clock(clock.handOn(), clock.err()));
        }
        return this;
    }
}
