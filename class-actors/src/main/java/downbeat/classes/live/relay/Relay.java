package downbeat.classes.live.relay;

import akka.actor.typed.Behavior;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import akka.japi.function.Function;
import downbeat.classes.live.clock.RemoteClock;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.frame.Frames;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.classes.live.quality.Rung;
import downbeat.kernel.PopId;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A class's representative at a point of presence. Copies the cue log, renders each frame once, and tells its connections;
 * what they measure and who is there goes to the sequencer. It holds nothing that cannot be had again: a relay that is lost
 * is started anew by its connections' next sign of life and welcomed by the sequencer.
 */
public final class Relay extends AbstractBehavior<RelayMessage> {
    /** What a socket measured last is of the report, unacked cues above all. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private static final Duration PROBE_EVERY = Duration.ofMillis(50);
    private static final int FIRST_PROBES = 16;
    private static final int SECONDS_ALONE = 60;
    private static final int SECONDS_BETWEEN_LISTS = 10;
    private static final int ENDED = 3010;
    private static final int MOVED = 3003;

    private final TimerScheduler<RelayMessage> timers;
    private final Ticker ticker;
    private final RemoteClock clock;
    private final Dispatches dispatches;
    private final Links links = new Links();
    private final Departed departed = new Departed();
    private final Notices notices = new Notices(links);
    private final Biofeedback biofeedback = new Biofeedback(links);
    private final Measurements measurements;
    private final Reception reception;
    private final Rungs rungs;
    private final Rations rations;
    private final Attendance attendance;
    private final Entrance entrance;
    private final Conversation conversation;
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
        this.ticker = ticker;
        this.clock = new RemoteClock(ticker);
        this.dispatches = new Dispatches(context, pop, sequencer, ticker);
        this.measurements = new Measurements(around);
        this.reception = new Reception(pop, clock, departed, measurements);
        this.rungs = new Rungs(around, this::moved);
        this.rations = new Rations(links, rungs::of);
        var hosts = new Hosts(reception, departed, rungs, notices, biofeedback);
        this.attendance = new Attendance(context, links, hosts, dispatches);
        var lobby = new Lobby(around.rate(), ticker.nanos());
        this.entrance = new Entrance(timers, ticker, clock, links, lobby, attendance);
        this.conversation = new Conversation(ticker, clock, links, hosts, measurements, dispatches);
        timers.startTimerAtFixedRate(new Felt.Second(), Duration.ofSeconds(1));
        timers.startTimerAtFixedRate(new Felt.Probe(), PROBE_EVERY);
        dispatches.here(copy);
    }

    @Override
    public Receive<RelayMessage> createReceive() {
        return newReceiveBuilder()
                .onMessage(RelayMessage.Issued.class, this::onIssued)
                .onMessage(RelayMessage.Alive.class, then(conversation::alive))
                .onMessage(RelayMessage.Command.class, then(conversation::command))
                .onMessage(Felt.Answered.class, then(conversation::answered))
                .onMessage(RelayMessage.Attach.class, then(attach -> entrance.come(copy, attach)))
                .onMessage(RelayMessage.Detach.class, this::onDetach)
                .onMessage(Felt.Gone.class, this::onGone)
                .onMessage(Felt.Silent.class, then(silent -> entrance.leave(silent.socket(), List.of())))
                .onMessage(RelayMessage.Welcome.class, this::onWelcome)
                .onMessage(RelayMessage.Time.class, this::onTime)
                .onMessage(RelayMessage.Hands.class, this::onHands)
                .onMessage(RelayMessage.Roster.class, this::onRoster)
                .onMessage(RelayMessage.Room.class, this::onRoom)
                .onMessage(RelayMessage.Asked.class, this::onAsked)
                .onMessage(RelayMessage.Gauge.class, this::onGauge)
                .onMessage(RelayMessage.Checks.class, this::onChecks)
                .onMessage(RelayMessage.Pin.class, then(conversation::pin))
                .onMessage(RelayMessage.Sensed.class, then(conversation::sensed))
                .onMessage(RelayMessage.Bio.class, then(bio -> biofeedback.tell(bio.sheet(), rations, seconds)))
                .onMessage(RelayMessage.Wishes.class, this::onWishes)
                .onMessage(RelayMessage.Assets.class, this::onAssets)
                .onMessage(RelayMessage.AskTime.class, then(conversation::time))
                .onMessage(RelayMessage.AskRoster.class, this::onAskRoster)
                .onMessage(RelayMessage.Drops.class, then(told -> notices.drops(told.json())))
                .onMessage(RelayMessage.Next.class, then(told -> notices.next(told.next())))
                .onMessage(RelayMessage.GiveUp.class, this::onGiveUp)
                .onMessage(Felt.Admission.class, admission -> onAdmission())
                .onMessage(RelayMessage.Over.class, over -> onOver())
                .onMessage(Felt.Second.class, second -> onSecond())
                .onMessage(Felt.Probe.class, probe -> onProbe())
                .build();
    }

    /** Whatever is done, the relay listens on as before. */
    private <M extends RelayMessage> Function<M, Behavior<RelayMessage>> then(Consumer<M> does) {
        return message -> {
            does.accept(message);
            return this;
        };
    }

    // ---- the sequencer

    private Behavior<RelayMessage> onWelcome(RelayMessage.Welcome welcome) {
        if (copy == null || !copy.continues(welcome)) {
            startCopy(welcome);
        } else {
            goOn(copy, welcome);
        }
        notices.keepAsks(welcome.ask());
        attendance.list();
        return this;
    }

    private void startCopy(RelayMessage.Welcome welcome) {
        if (copy != null) {
            links.tell(new ConnectionMessage.Bye(MOVED, "the class goes on from another log"));
        }
        copy = new Copy(welcome);
        entrance.open(copy);
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

    private Behavior<RelayMessage> onIssued(RelayMessage.Issued issued) {
        if (copy != null) {
            send(copy, copy.take(issued));
            if (copy.gap(issued)) {
                dispatches.here(copy);
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
        entrance.open(copy);
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

    private Behavior<RelayMessage> onRoom(RelayMessage.Room room) {
        if (copy != null && copy.unnamed(room.unnamed())) {
            rations.roster(copy, List.of());
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
            dispatches.shared(biofeedback.rows(copy));
        }
        return this;
    }

    private Behavior<RelayMessage> onChecks(RelayMessage.Checks now) {
        notices.check(now.json());
        rungs.unheard(now.unheard(), sinceBoot());
        return this;
    }

    private Behavior<RelayMessage> onWishes(RelayMessage.Wishes wishes) {
        if (copy != null) {
            copy.wishes(wishes.wishes());
        }
        return this;
    }

    private Behavior<RelayMessage> onAssets(RelayMessage.Assets now) {
        reception.assets(now.json());
        links.tell(new ConnectionMessage.Latest(Channel.ASSETS, Frames.push("assets", "assets", now.json())));
        return this;
    }

    private Behavior<RelayMessage> onOver() {
        entrance.shut(new ConnectionMessage.Rejected("wrong-phase", "this class is not running", ENDED));
        links.tell(new ConnectionMessage.Bye(ENDED, "the class has ended"));
        return Behaviors.stopped();
    }

    // ---- the connections

    private Behavior<RelayMessage> onAdmission() {
        if (copy != null) {
            entrance.admit(copy);
        }
        return this;
    }

    private Behavior<RelayMessage> onGiveUp(RelayMessage.GiveUp given) {
        entrance.giveUp(given.socket());
        links.find(given.socket()).ifPresent(rungs::goodbye);
        return this;
    }

    private Behavior<RelayMessage> onDetach(RelayMessage.Detach detach) {
        conversation.lastWords(detach);
        entrance.leave(detach.socket(), detach.unacked());
        return this;
    }

    /** The news of a socket's end overtakes its last words, which come through the shard region: they are waited for. */
    private Behavior<RelayMessage> onGone(Felt.Gone gone) {
        timers.startSingleTimer(new Felt.Silent(gone.socket()), LAST_WORDS);
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

    private Behavior<RelayMessage> onAskRoster(RelayMessage.AskRoster ask) {
        if (copy != null) {
            rations.wholeRoster(copy, ask.socket());
        }
        return this;
    }

    // ---- timers

    private Behavior<RelayMessage> onProbe() {
        if (probes < FIRST_PROBES && (copy == null || !clock.known() || clock.probing())) {
            probes++;
            dispatches.here(copy);
        }
        return this;
    }

    private Behavior<RelayMessage> onSecond() {
        seconds++;
        alone = links.isEmpty() && entrance.isEmpty() ? alone + 1 : 0;
        if (alone > SECONDS_ALONE) {
            return Behaviors.stopped();
        }
        dispatches.here(copy);
        departed.expire(ticker.nanos());
        rungs.second(sinceBoot());
        entrance.expire();
        measurements.stands(entrance.queued(), rungs, sinceBoot());
        if (copy != null) {
            rations.second(copy, seconds);
            dispatches.measured(measurements.told(links, rungs, sinceBoot()));
        }
        if (copy != null && clock.known()) {
            biofeedback.coach(copy, clock.now());
        }
        if (seconds % SECONDS_BETWEEN_LISTS == 0) {
            attendance.list();
        }
        if (seconds % 2 == 0 && clock.known()) {
            links.tell(new ConnectionMessage.Clock(clock.handOn(), clock.err()));
        }
        return this;
    }
}
