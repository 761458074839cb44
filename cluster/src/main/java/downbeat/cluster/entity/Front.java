package downbeat.cluster.entity;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.Props;
import akka.actor.typed.javadsl.AbstractBehavior;
import akka.actor.typed.javadsl.ActorContext;
import akka.actor.typed.javadsl.Behaviors;
import akka.actor.typed.javadsl.Receive;
import akka.actor.typed.javadsl.TimerScheduler;
import downbeat.cluster.entity.JournaledChild.SnapshotUse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sharded entity everybody talks to. It decides and answers; its {@link JournaledChild} writes.
 *
 * <p>Group commit: what arrives while a write is in flight waits in a bounded queue and is decided together when it ends.
 * An idle entity writes at once. Where many were answered together, those who ask again have a moment for it ({@link Gathering}). Reads are answered from the last durable state at any time.
 */
final class Front<C, E, S, R, V> extends AbstractBehavior<EntityMessage> {

    private static final Duration FIRST_RETRY = Duration.ofMillis(200);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(10);

    private enum Phase {
        RECOVERING,
        IDLE,
        WRITING,
        BROKEN,
        /** Whoever this was has been erased. */
        GONE
    }

    /** Reading a key waits for the database, and must not wait for who waits for an entity on the threads of others. */
    private static final Props WHERE_KEYS_ARE_READ = DispatcherSelector.fromConfig("downbeat.entity.keys-dispatcher");

    private final TimerScheduler<EntityMessage> timers;
    private final AggregateCodec<C, E, S, R, V> codec;
    private final String entityId;
    private final Cover cover;
    private final ShellSettings settings;
    private final Clock clock;
    private final ShellMetrics metrics;
    private final Callers callers;
    private final Viewers<S, R, V> viewers;
    private final Alarm alarm;
    private final List<EntityMessage.Erase> erasures = new ArrayList<>();
    private final Gathering gathering;
    private Phase phase = Phase.RECOVERING;
    private ActorRef<JournaledChild.Order<E, R>> child;
    private @Nullable Held<S, R> held;
    private @Nullable Batch<C, E, S, R> inFlight;
    private @Nullable Commit<E, R> commit;
    private long writeBegan;
    private boolean due;
    private boolean retiring;
    private Duration retry = FIRST_RETRY;

    private Front(
            ActorContext<EntityMessage> context,
            TimerScheduler<EntityMessage> timers,
            AggregateCodec<C, E, S, R, V> codec,
            String entityId,
            Cover cover,
            ShellSettings settings,
            Clock clock,
            ShellMetrics metrics) {
        super(context);
        this.timers = timers;
        this.codec = codec;
        this.entityId = entityId;
        this.cover = cover;
        this.settings = settings;
        this.clock = clock;
        this.metrics = metrics;
        this.callers = new Callers(codec.name(), metrics);
        this.viewers = new Viewers<>(codec, named());
        this.alarm = new Alarm(timers, clock);
        this.gathering = new Gathering(context.getSelf());
        this.child = spawn(context, codec, entityId, cover, SnapshotUse.LATEST);
    }

    static <C, E, S, R, V> Behavior<EntityMessage> create(
            AggregateCodec<C, E, S, R, V> codec,
            String entityId,
            Cover cover,
            ShellSettings settings,
            Clock clock,
            ShellMetrics metrics) {
        return Behaviors.setup(context -> Behaviors.withTimers(
                timers -> new Front<>(context, timers, codec, entityId, cover, settings, clock, metrics)));
    }

    @Override
    @SuppressWarnings("unchecked") // the child speaks of its own aggregate only
    public Receive<EntityMessage> createReceive() {
        return newReceiveBuilder()
                .onMessage(EntityMessage.Ask.class, this::onAsk)
                .onMessage(EntityMessage.Show.class, this::onShow)
                .onMessage(EntityMessage.Wake.class, wake -> onDue())
                .onMessage(EntityMessage.Due.class, it -> onDue())
                .onMessage(EntityMessage.Gathered.class, this::onGathered)
                .onMessage(EntityMessage.Recovered.class, recovered -> onRecovered((Held<S, R>) recovered.held()))
                .onMessage(EntityMessage.Erase.class, this::onErase)
                .onMessage(EntityMessage.Erased.class, erased -> onErased())
                .onMessage(EntityMessage.Written.class, written -> onWritten())
                .onMessage(EntityMessage.ChildGone.class, gone -> onChildGone())
                .onMessage(EntityMessage.Retry.class, it -> onRetry())
                .onMessage(EntityMessage.Retire.class, retire -> onRetire())
                .build();
    }

    private Behavior<EntityMessage> onAsk(EntityMessage.Ask ask) {
        if (phase == Phase.GONE) {
            callers.answerGone(ask.replyTo());
        } else if (phase == Phase.BROKEN) {
            callers.turnAway(ask, named() + " cannot reach its journal.");
        } else if (callers.waiting() >= settings.mostWaiting()) {
            metrics.busy();
            callers.turnAway(ask, named() + " is busy: " + callers.waiting() + " commands are waiting. Try again.");
        } else {
            callers.await(ask);
        }
        return proceed();
    }

    private Behavior<EntityMessage> onShow(EntityMessage.Show show) {
        if (held != null && (phase != Phase.WRITING || show.after() <= held.facts())) {
            viewers.show(held, show);
        } else if (phase == Phase.GONE) {
            show.replyTo().tell(viewers.nothing());
        } else if (phase == Phase.BROKEN || viewers.waiting() >= settings.mostWaiting()) {
            show.replyTo().tell(new Answer.Unavailable(named() + " cannot reach its journal."));
        } else {
            viewers.await(show);
        }
        return this;
    }

    /** What waits is decided before it; what comes later finds nobody. */
    private Behavior<EntityMessage> onErase(EntityMessage.Erase erase) {
        gathering.end();
        if (phase == Phase.GONE) {
            callers.answerGone(erase.replyTo());
        } else if (phase == Phase.BROKEN || !codec.aggregate().personal()) {
            erase.replyTo().tell(new Answer.Unavailable(named() + " cannot be erased now."));
        } else {
            erasures.add(erase);
        }
        return proceed();
    }

    private Behavior<EntityMessage> onErased() {
        phase = Phase.GONE;
        held = null;
        due = false;
        timers.cancelAll();
        callers.answerGoneToWhoWaits();
        viewers.changed();
        viewers.tellWhoWaits(viewers.nothing());
        erasures.forEach(erase -> callers.answerGone(erase.replyTo()));
        erasures.clear();
        getContext().stop(child);
        return proceed();
    }

    private Behavior<EntityMessage> onDue() {
        due = true;
        return proceed();
    }

    private Behavior<EntityMessage> onRecovered(Held<S, R> recovered) {
        held = recovered;
        phase = Phase.IDLE;
        retry = FIRST_RETRY;
        viewers.changed();
        viewers.showWhoWaits(recovered);
        alarm.set(deadline(recovered));
        return proceed();
    }

    private Behavior<EntityMessage> onWritten() {
        if (held == null || inFlight == null || commit == null) {
            throw new IllegalStateException(named() + " heard of a write it did not order");
        }
        long took = System.nanoTime() - writeBegan;
        metrics.written(inFlight.size(), took);
        Held<S, R> current = held.after(commit, inFlight.state());
        held = current;
        viewers.changed();
        inFlight.answer(metrics, viewer -> viewers.seenBy(current, viewer));
        if (!retiring && erasures.isEmpty()) {
            gathering.begin(inFlight.size(), callers.waiting(), took);
        }
        inFlight = null;
        commit = null;
        phase = Phase.IDLE;
        viewers.showWhoWaits(current);
        alarm.set(deadline(current));
        return proceed();
    }

    private Behavior<EntityMessage> onGathered(EntityMessage.Gathered moment) {
        gathering.passed(moment.commit());
        return proceed();
    }

    /** Decides and writes as far as it goes; stops when retiring and nothing is left. */
    private Behavior<EntityMessage> proceed() {
        while (phase == Phase.IDLE && held != null && (due || enoughAreWaiting())) {
            decide(held);
        }
        if (phase == Phase.IDLE && !erasures.isEmpty()) {
            phase = Phase.WRITING;
            child.tell(new JournaledChild.Destroy<>());
        }
        boolean done = phase == Phase.IDLE
                || phase == Phase.BROKEN
                || phase == Phase.GONE
                || (!callers.areWaiting() && viewers.waiting() == 0);
        return retiring && phase != Phase.WRITING && done ? Behaviors.stopped() : this;
    }

    private boolean enoughAreWaiting() {
        return callers.areWaiting() && gathering.hasEnough(callers.waiting());
    }

    private void decide(Held<S, R> current) {
        due = false;
        gathering.end();
        var together = callers.next(settings.mostInCommit());
        Batch<C, E, S, R> batch = Batch.decide(codec, current, together, clock.instant());
        batch.commit().ifPresentOrElse(it -> write(batch, it), () -> {
            batch.answer(metrics, viewer -> viewers.seenBy(current, viewer));
            alarm.setAgain(deadline(current));
        });
    }

    private void write(Batch<C, E, S, R> batch, Commit<E, R> it) {
        phase = Phase.WRITING;
        inFlight = batch;
        commit = it;
        writeBegan = System.nanoTime();
        child.tell(new JournaledChild.Write<>(it));
    }

    /** Whether the write took effect is unknown: it may have been stored although the answer never came. */
    private Behavior<EntityMessage> onChildGone() {
        if (phase == Phase.GONE) {
            return proceed();
        }
        String sentence = named() + " could not be stored or read: its journal failed. Ask again with the same key.";
        if (inFlight != null) {
            inFlight.fail(sentence, metrics);
        }
        callers.turnAwayWhoWaits(sentence);
        viewers.tellWhoWaits(new Answer.Unavailable(sentence));
        erasures.forEach(erase -> erase.replyTo().tell(new Answer.Unavailable(sentence)));
        erasures.clear();
        inFlight = null;
        commit = null;
        gathering.end();
        held = null;
        metrics.failed();
        if (phase == Phase.WRITING) {
            recover(SnapshotUse.LATEST);
        } else {
            phase = Phase.BROKEN;
            timers.startSingleTimer(new EntityMessage.Retry(), retry);
            retry = retry.multipliedBy(2).compareTo(LONGEST_RETRY) < 0 ? retry.multipliedBy(2) : LONGEST_RETRY;
        }
        return proceed();
    }

    private Behavior<EntityMessage> onRetry() {
        recover(SnapshotUse.NONE); // perhaps it was the snapshot that could not be read
        return this;
    }

    private void recover(SnapshotUse snapshots) {
        phase = Phase.RECOVERING;
        child = spawn(getContext(), codec, entityId, cover, snapshots);
    }

    private Behavior<EntityMessage> onRetire() {
        retiring = true;
        gathering.end();
        return proceed();
    }

    private Optional<Instant> deadline(Held<S, R> current) {
        return codec.aggregate().decider().deadline(current.state());
    }

    private String named() {
        return codec.name() + " " + entityId;
    }

    private static <C, E, S, R> ActorRef<JournaledChild.Order<E, R>> spawn(
            ActorContext<EntityMessage> context,
            AggregateCodec<C, E, S, R, ?> codec,
            String entityId,
            Cover cover,
            SnapshotUse snapshots) {
        ActorRef<JournaledChild.Order<E, R>> child = context.spawnAnonymous(
                JournaledChild.create(codec, entityId, cover, snapshots, context.getSelf()),
                codec.aggregate().personal() ? WHERE_KEYS_ARE_READ : Props.empty());
        context.watchWith(child, new EntityMessage.ChildGone());
        return child;
    }
}
