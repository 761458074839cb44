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
import downbeat.kernel.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Supplier;
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
    /** Timers of Akka end at 248 days; a resident entity looks again long before. */
    private static final Duration LONGEST_TIMER = Duration.ofDays(1);

    private static final Duration SHORTEST_TIMER = Duration.ofMillis(20);
    /** Rules that made no progress at their deadline are asked again now and then instead of spinning. */
    private static final Duration WITHOUT_PROGRESS = Duration.ofSeconds(10);

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
    private final Queue<EntityMessage.Ask> asks = new ArrayDeque<>();
    private final List<EntityMessage.Show> shows = new ArrayList<>();
    private final List<EntityMessage.Erase> erasures = new ArrayList<>();
    private final Gathering gathering;
    private Phase phase = Phase.RECOVERING;
    private ActorRef<JournaledChild.Order<E, R>> child;
    private @Nullable Held<S, R> held;
    /** How {@link #held} shows; null until somebody looks. */
    private @Nullable Answer drawn;

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
            answerGone(ask.replyTo());
        } else if (phase == Phase.BROKEN) {
            turnAway(ask, named() + " cannot reach its journal.");
        } else if (asks.size() >= settings.mostWaiting()) {
            metrics.busy();
            turnAway(ask, named() + " is busy: " + asks.size() + " commands are waiting. Try again.");
        } else {
            asks.add(ask);
        }
        return proceed();
    }

    private void turnAway(EntityMessage.Ask ask, String sentence) {
        var answer = new Answer.Unavailable(sentence);
        metrics.answered(answer);
        ask.replyTo().tell(answer);
    }

    private Behavior<EntityMessage> onShow(EntityMessage.Show show) {
        if (held != null && (phase != Phase.WRITING || show.after() <= held.facts())) {
            show.replyTo().tell(shown(held, show));
        } else if (phase == Phase.GONE) {
            show.replyTo().tell(new Answer.Shown(codec.name(), Optional.empty()));
        } else if (phase == Phase.BROKEN || shows.size() >= settings.mostWaiting()) {
            show.replyTo().tell(new Answer.Unavailable(named() + " cannot reach its journal."));
        } else {
            shows.add(show);
        }
        return this;
    }

    private void showWhoWaits(Held<S, R> current) {
        shows.forEach(show -> show.replyTo().tell(shown(current, show)));
        shows.clear();
    }

    /** Many look at what few change: the same state is drawn up once for all who see all of it. */
    private Answer shown(Held<S, R> current, EntityMessage.Show show) {
        var viewer = show.viewer();
        if (viewer != null) {
            return draw(() -> shown(current, viewer));
        }
        if (drawn == null) {
            drawn = draw(() -> codec.aggregate().show().apply(current.state()));
        }
        return drawn;
    }

    private Optional<V> shown(Held<S, R> current, String viewer) {
        return codec.aggregate().showTo().apply(current.state(), viewer);
    }

    /** Nothing where it cannot be shown: who was to see it asks for it once more, and is told. */
    private Optional<?> shownWithAnswer(Held<S, R> current, String viewer) {
        return draw(() -> shown(current, viewer)) instanceof Answer.Shown(String aggregate, Optional<?> view)
                ? view
                : Optional.empty();
    }

    private Answer draw(Supplier<Optional<V>> view) {
        try {
            return new Answer.Shown(codec.name(), view.get());
        } catch (RuntimeException e) {
            getContext().getLog().error("{} cannot be shown: a defect", named(), e);
            return new Answer.Unavailable(named() + " cannot be shown.");
        }
    }

    /** What waits is decided before it; what comes later finds nobody. */
    private Behavior<EntityMessage> onErase(EntityMessage.Erase erase) {
        gathering.end();
        if (phase == Phase.GONE) {
            answerGone(erase.replyTo());
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
        drawn = null;
        due = false;
        timers.cancelAll();
        asks.forEach(ask -> answerGone(ask.replyTo()));
        asks.clear();
        shows.forEach(show -> show.replyTo().tell(new Answer.Shown(codec.name(), Optional.empty())));
        shows.clear();
        erasures.forEach(erase -> answerGone(erase.replyTo()));
        erasures.clear();
        getContext().stop(child);
        return proceed();
    }

    private void answerGone(ActorRef<Answer> replyTo) {
        var answer = new Answer.Decided(codec.name(), Outcome.refused(new Gone()));
        metrics.answered(answer);
        replyTo.tell(answer);
    }

    private Behavior<EntityMessage> onDue() {
        due = true;
        return proceed();
    }

    private Behavior<EntityMessage> onRecovered(Held<S, R> recovered) {
        held = recovered;
        drawn = null;
        phase = Phase.IDLE;
        retry = FIRST_RETRY;
        showWhoWaits(recovered);
        watchTheClock(recovered.state(), SHORTEST_TIMER);
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
        drawn = null;
        inFlight.answer(metrics, viewer -> shownWithAnswer(current, viewer));
        if (!retiring && erasures.isEmpty()) {
            gathering.begin(inFlight.size(), asks.size(), took);
        }
        inFlight = null;
        commit = null;
        phase = Phase.IDLE;
        showWhoWaits(current);
        watchTheClock(current.state(), SHORTEST_TIMER);
        return proceed();
    }

    private Behavior<EntityMessage> onGathered(EntityMessage.Gathered moment) {
        gathering.passed(moment.commit());
        return proceed();
    }

    /** Decides and writes as far as it goes; stops when retiring and nothing is left. */
    private Behavior<EntityMessage> proceed() {
        while (phase == Phase.IDLE && held != null && (due || (!asks.isEmpty() && gathering.hasEnough(asks.size())))) {
            decide(held);
        }
        if (phase == Phase.IDLE && !erasures.isEmpty()) {
            phase = Phase.WRITING;
            child.tell(new JournaledChild.Destroy<>());
        }
        boolean done = phase == Phase.IDLE
                || phase == Phase.BROKEN
                || phase == Phase.GONE
                || (asks.isEmpty() && shows.isEmpty());
        return retiring && phase != Phase.WRITING && done ? Behaviors.stopped() : this;
    }

    private void decide(Held<S, R> current) {
        due = false;
        gathering.end();
        List<EntityMessage.Ask> together = new ArrayList<>();
        while (!asks.isEmpty() && together.size() < settings.mostInCommit()) {
            together.add(asks.remove());
        }
        Batch<C, E, S, R> batch = Batch.decide(codec, current, together, clock.instant());
        batch.commit().ifPresentOrElse(it -> write(batch, it), () -> {
            batch.answer(metrics, viewer -> shownWithAnswer(current, viewer));
            watchTheClock(current.state(), WITHOUT_PROGRESS);
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
        asks.forEach(ask -> turnAway(ask, sentence));
        shows.forEach(show -> show.replyTo().tell(new Answer.Unavailable(sentence)));
        erasures.forEach(erase -> erase.replyTo().tell(new Answer.Unavailable(sentence)));
        asks.clear();
        shows.clear();
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

    /** @param overdue when to look again if the deadline has passed already */
    private void watchTheClock(S state, Duration overdue) {
        codec.aggregate()
                .decider()
                .deadline(state)
                .ifPresentOrElse(
                        at -> timers.startSingleTimer(
                                EntityMessage.Due.class, new EntityMessage.Due(), until(at, overdue)),
                        () -> timers.cancel(EntityMessage.Due.class));
    }

    private Duration until(Instant deadline, Duration overdue) {
        Duration left = Duration.between(clock.instant(), deadline);
        if (!left.isPositive()) {
            return overdue;
        }
        return left.compareTo(LONGEST_TIMER) > 0 ? LONGEST_TIMER : left.plusMillis(1);
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
