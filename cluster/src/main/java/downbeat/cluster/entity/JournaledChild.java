package downbeat.cluster.entity;

import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.persistence.typed.EventAdapter;
import akka.persistence.typed.EventSeq;
import akka.persistence.typed.PersistenceId;
import akka.persistence.typed.RecoveryCompleted;
import akka.persistence.typed.SnapshotAdapter;
import akka.persistence.typed.SnapshotSelectionCriteria;
import akka.persistence.typed.javadsl.CommandHandler;
import akka.persistence.typed.javadsl.EventHandler;
import akka.persistence.typed.javadsl.EventSourcedBehavior;
import akka.persistence.typed.javadsl.Recovery;
import akka.persistence.typed.javadsl.RetentionCriteria;
import akka.persistence.typed.javadsl.SignalHandler;
import downbeat.cluster.wire.Persisted;
import java.util.Set;

/**
 * The pen of an entity: it writes what the front has decided and reads it back at the start. It never holds more than
 * one message: in Akka 2.8.5 commands stashed here while a write is in flight are unstashed recursively, and some
 * hundreds of them overflow the stack and end the JVM (akka/akka 29933).
 */
final class JournaledChild<C, E, S, R>
        extends EventSourcedBehavior<JournaledChild.Order<E, R>, Commit<E, R>, Held<S, R>> {

    sealed interface Order<E, R> {}

    record Write<E, R>(Commit<E, R> commit) implements Order<E, R> {}

    /** Make an end of all that is stored; no order comes after it. */
    record Destroy<E, R>() implements Order<E, R> {}

    /** Whether to start from the latest snapshot or to replay everything. */
    enum SnapshotUse {
        LATEST,
        NONE
    }

    /** A replay of 500 commits takes some 50 ms; a snapshot of a full drop is some megabytes. */
    private static final int COMMITS_PER_SNAPSHOT = 500;

    private final AggregateCodec<C, E, S, R, ?> codec;
    private final String entityId;
    private final Cover cover;
    private final SnapshotUse snapshots;
    private final ActorRef<EntityMessage> front;

    private JournaledChild(
            AggregateCodec<C, E, S, R, ?> codec,
            String entityId,
            Cover cover,
            SnapshotUse snapshots,
            ActorRef<EntityMessage> front) {
        super(PersistenceId.of(codec.name(), entityId));
        this.codec = codec;
        this.entityId = entityId;
        this.cover = cover;
        this.snapshots = snapshots;
        this.front = front;
    }

    static <C, E, S, R> Behavior<Order<E, R>> create(
            AggregateCodec<C, E, S, R, ?> codec,
            String entityId,
            Cover cover,
            SnapshotUse snapshots,
            ActorRef<EntityMessage> front) {
        return new JournaledChild<>(codec, entityId, cover, snapshots, front);
    }

    @Override
    public Held<S, R> emptyState() {
        return new Held<>(codec.aggregate().decider().initial(), new Answers<>(), 0);
    }

    @Override
    public CommandHandler<Order<E, R>, Commit<E, R>, Held<S, R>> commandHandler() {
        return (held, order) -> switch (order) {
            case Write<E, R>(Commit<E, R> commit) ->
                Effect().persist(commit).thenRun(after -> front.tell(new EntityMessage.Written()));
            case Destroy<E, R>() -> {
                cover.destroy();
                front.tell(new EntityMessage.Erased());
                yield Effect().none();
            }
        };
    }

    @Override
    public EventHandler<Held<S, R>, Commit<E, R>> eventHandler() {
        return (held, commit) -> held.after(commit, codec.aggregate().decider());
    }

    @Override
    public SignalHandler<Held<S, R>> signalHandler() {
        return newSignalHandlerBuilder()
                .onSignal(
                        RecoveryCompleted.instance(),
                        held -> front.tell(cover.gone() ? new EntityMessage.Erased() : recovered(held)))
                .build();
    }

    private static <S, R> EntityMessage recovered(Held<S, R> held) {
        return new EntityMessage.Recovered<>(
                new Held<>(held.state(), held.answers().copy(), held.facts()));
    }

    @Override
    public Recovery recovery() {
        return snapshots == SnapshotUse.LATEST
                ? super.recovery()
                : Recovery.withSnapshotSelectionCriteria(SnapshotSelectionCriteria.none());
    }

    @Override
    public Set<String> tagsFor(Commit<E, R> commit) {
        return Set.of(Slices.tag(codec.name(), entityId));
    }

    @Override
    public RetentionCriteria retentionCriteria() {
        return RetentionCriteria.snapshotEvery(COMMITS_PER_SNAPSHOT, 2);
    }

    @Override
    public EventAdapter<Commit<E, R>, Persisted> eventAdapter() {
        return new EventAdapter<>() {
            @Override
            public Persisted toJournal(Commit<E, R> commit) {
                return cover.commit(codec.store(commit));
            }

            @Override
            public String manifest(Commit<E, R> commit) {
                return "";
            }

            @Override
            public EventSeq<Commit<E, R>> fromJournal(Persisted row, String manifest) {
                return cover.commit(row)
                        .map(stored -> EventSeq.single(codec.restore(stored)))
                        .orElseGet(EventSeq::empty);
            }
        };
    }

    @Override
    public SnapshotAdapter<Held<S, R>> snapshotAdapter() {
        return new SnapshotAdapter<>() {
            @Override
            public Object toJournal(Held<S, R> held) {
                return cover.snapshot(codec.store(held));
            }

            @Override
            public Held<S, R> fromJournal(Object stored) {
                return cover.snapshot(stored).map(codec::restore).orElseGet(JournaledChild.this::emptyState);
            }
        };
    }
}
