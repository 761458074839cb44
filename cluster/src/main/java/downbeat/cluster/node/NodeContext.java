package downbeat.cluster.node;

import akka.actor.typed.ActorSystem;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import downbeat.cluster.deadline.Deadlines;
import downbeat.cluster.entity.Aggregate;
import downbeat.cluster.entity.AggregateClient;
import downbeat.cluster.entity.Entities;
import downbeat.cluster.entity.StoredFacts;
import downbeat.cluster.journal.Projections;
import downbeat.cluster.person.PersonalKeys;
import downbeat.cluster.reaction.Reaction;
import downbeat.cluster.view.View;
import downbeat.kernel.Id;
import downbeat.kernel.PopId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;

/** What a running node gives to its parts. */
public final class NodeContext {

    /** After a start, when its own work is done. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private final ActorSystem<Void> system;
    private final NodeSettings settings;
    private final Jdbi database;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final Entities entities;
    private final Projections projections;
    private final PersonalKeys keys;
    private final Readiness readiness = new Readiness();
    private final Map<Class<?>, Object> offered = new ConcurrentHashMap<>();
    private final List<PersonalTable> personal = new CopyOnWriteArrayList<>();

    NodeContext(
            ActorSystem<Void> system,
            NodeSettings settings,
            Jdbi database,
            MeterRegistry metrics,
            Clock clock,
            Entities entities,
            Projections projections,
            PersonalKeys keys) {
        this.system = system;
        this.settings = settings;
        this.database = database;
        this.metrics = metrics;
        this.clock = clock;
        this.entities = entities;
        this.projections = projections;
        this.keys = keys;
    }

    public ActorSystem<Void> system() {
        return system;
    }

    public ClusterSharding sharding() {
        return ClusterSharding.get(system);
    }

    /** For reading views. A view is written by its projection only. */
    public Jdbi database() {
        return database;
    }

    public MeterRegistry metrics() {
        return metrics;
    }

    /** UTC, in whole milliseconds. */
    public Clock clock() {
        return clock;
    }

    public NodeSettings settings() {
        return settings;
    }

    public PopId pop() {
        return settings.pop();
    }

    /** Runs the aggregate on this node, as every node does, and gives the way to its entities. */
    public <I extends Id, C, E, S, R, V> AggregateClient<I, C, R, V> aggregate(Aggregate<C, E, S, R, V> aggregate) {
        AggregateClient<I, C, R, V> client = entities.register(aggregate);
        Deadlines.follow(StoredFacts.of(aggregate, keys), projections);
        return client;
    }

    public <E> void view(Aggregate<?, E, ?, ?, ?> aggregate, View<E> view) {
        projections.view(StoredFacts.of(aggregate, keys), view);
    }

    public <E> void reaction(Aggregate<?, E, ?, ?, ?> aggregate, Reaction<E> reaction) {
        projections.reaction(StoredFacts.of(aggregate, keys), reaction);
    }

    /**
     * Does something again and again on this node, where blocking is allowed, for the first time after one pause. A round that
     * fails is told in the log as {@code trouble}, and the next one comes all the same.
     */
    public void every(Duration pause, String trouble, Runnable round) {
        Rounds.start(system, pause, pause, trouble, round);
    }

    /** The same, for the first time at once. */
    public void nowAndEvery(Duration pause, String trouble, Runnable round) {
        Rounds.start(system, Duration.ZERO, pause, trouble, round);
    }

    /** Once an hour, and soon after the start: a laptop may never run for an hour. */
    public void hourly(String trouble, Runnable round) {
        Rounds.start(system, SOON, Duration.ofHours(1), trouble, round);
    }

    /** Names tables that say something of people. */
    public void holds(PersonalTable... tables) {
        personal.addAll(List.of(tables));
    }

    /** Of all tables that parts have named. */
    public PersonalData personalData() {
        return new PersonalData(database, personal);
    }

    /** Adds a condition of readiness. */
    public void health(String name, Supplier<CompletionStage<Boolean>> ready) {
        readiness.add(name, ready);
    }

    /** Asks every condition; one that fails or takes longer than 2 s is false. */
    public CompletionStage<Map<String, Boolean>> readiness() {
        return readiness.ask();
    }

    /** Hands something, a plural client say, to the parts that start later. */
    public <T> void offer(Class<T> type, T it) {
        if (offered.putIfAbsent(type, it) != null) {
            throw new IllegalStateException(type.getSimpleName() + " is offered twice");
        }
    }

    /**
     * Finds what an earlier part offered.
     *
     * @throws IllegalStateException if none did
     */
    public <T> T find(Class<T> type) {
        Object found = offered.get(type);
        if (found == null) {
            throw new IllegalStateException(
                    "no part that started before offers a " + type.getSimpleName() + "; check the order of the parts");
        }
        return type.cast(found);
    }
}
