package downbeat.cluster.journal;

import akka.Done;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.DispatcherSelector;
import akka.cluster.sharding.typed.javadsl.ShardedDaemonProcess;
import akka.persistence.jdbc.query.javadsl.JdbcReadJournal;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.Offset;
import akka.persistence.query.PersistenceQuery;
import akka.projection.Projection;
import akka.projection.ProjectionBehavior;
import akka.projection.ProjectionId;
import akka.projection.javadsl.Handler;
import akka.projection.jdbc.javadsl.JdbcHandler;
import akka.projection.jdbc.javadsl.JdbcProjection;
import akka.stream.javadsl.Sink;
import downbeat.cluster.database.Database;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.entity.StoredFacts;
import downbeat.cluster.reaction.Reaction;
import downbeat.cluster.view.View;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs what reads the journal: each reader in as many streams as there are tags, spread over the nodes. */
public final class Projections {

    private static final Logger LOG = LoggerFactory.getLogger(Projections.class);

    /**
     * A transaction a row would cost a hot entity more than its own commits do; but each of its rows may carry a thousand
     * facts, and a transaction should take a second, not ten.
     */
    private static final int MOST_IN_A_TRANSACTION = 25;
    /** What this adds at most to the age of a view. */
    private static final Duration GATHERING = Duration.ofMillis(15);

    private final ActorSystem<?> system;
    private final Database database;
    private final JournalPulse pulse;
    private final Stumbles stumbles;
    private final Executor blocking;
    private final JdbcReadJournal journal;
    private final Map<String, TagTail> tails = new ConcurrentHashMap<>();

    public Projections(ActorSystem<?> system, Database database, JournalPulse pulse, Stumbles stumbles) {
        this.system = system;
        this.database = database;
        this.pulse = pulse;
        this.stumbles = stumbles;
        this.blocking = system.dispatchers().lookup(DispatcherSelector.blocking());
        this.journal =
                PersistenceQuery.get(system).getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier());
    }

    /** Exactly once: one transaction for what {@code rows} writes and the position. */
    public void rows(String name, StoredFacts<?> facts, RowWriter rows) {
        start(
                name,
                facts,
                id -> JdbcProjection.groupedWithin(
                                id,
                                stream(id),
                                () -> TableSession.open(database.source()),
                                () -> new Rows(id, rows, stumbles),
                                system)
                        .withGroup(MOST_IN_A_TRANSACTION, GATHERING));
    }

    /** Exactly once, fact by fact. */
    public <E> void view(StoredFacts<E> facts, View<E> view) {
        rows(
                facts.aggregate() + "-" + view.name(),
                facts,
                (db, rows, afterwards) -> rows.forEach(row -> write(facts, view, db, row, afterwards)));
    }

    private static <E> void write(
            StoredFacts<E> facts, View<E> view, Handle db, EventEnvelope row, Consumer<Runnable> afterwards) {
        try {
            for (Recorded<E> fact : facts.facts(row.persistenceId(), row.event())) {
                view.apply(db, fact);
                afterwards.accept(() -> tell(view, fact));
            }
        } catch (RuntimeException e) {
            throw new RowFailure(row, e);
        }
    }

    /** At least once, fact by fact, each when the one before has taken effect. */
    public <E> void reaction(StoredFacts<E> facts, Reaction<E> reaction) {
        start(
                facts.aggregate() + "-" + reaction.name(),
                facts,
                id -> JdbcProjection.atLeastOnceAsync(
                        id,
                        stream(id),
                        () -> TableSession.open(database.source()),
                        () -> Handler.fromFunction(row -> react(id, row, facts, reaction)),
                        system));
    }

    private <E> CompletionStage<Done> react(
            ProjectionId id, EventEnvelope row, StoredFacts<E> facts, Reaction<E> reaction) {
        return CompletableFuture.completedFuture(row)
                .thenApplyAsync(
                        it -> facts.facts(it.persistenceId(), it.event()), facts.sealed() ? blocking : Runnable::run)
                .thenCompose(them -> inTurn(them, reaction))
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        stumbles.passed(id);
                    } else {
                        stumbles.failed(id, row, failure);
                    }
                });
    }

    private TagStream stream(ProjectionId id) {
        var tail = tails.computeIfAbsent(id.key(), tag -> new TagTail(after -> read(tag, after)));
        return new TagStream(tail, pulse, id, stumbles);
    }

    private CompletionStage<List<EventEnvelope>> read(String tag, long after) {
        return journal.currentEventsByTag(tag, Offset.sequence(after))
                .take(TagTail.MOST)
                .runWith(Sink.seq(), system);
    }

    private void start(
            String name, StoredFacts<?> facts, Function<ProjectionId, Projection<EventEnvelope>> projection) {
        stumbles.watch(name);
        List<String> tags = facts.tags();
        if (facts.rushed()) {
            pulse.letGoFirst(tags);
        }
        ShardedDaemonProcess.get(system)
                .init(
                        ProjectionBehavior.Command.class,
                        name,
                        tags.size(),
                        slice -> ProjectionBehavior.create(projection.apply(ProjectionId.of(name, tags.get(slice)))),
                        ProjectionBehavior.stopMessage());
    }

    private static <E> void tell(View<E> view, Recorded<E> fact) {
        try {
            view.committed(fact);
        } catch (RuntimeException e) {
            LOG.warn("{} could not pass on what it has stored", view.name(), e); // the row stands
        }
    }

    private static <E> CompletionStage<Done> inTurn(List<Recorded<E>> facts, Reaction<E> reaction) {
        CompletionStage<Done> before = CompletableFuture.completedFuture(Done.getInstance());
        for (Recorded<E> fact : facts) {
            before = before.thenCompose(done -> reaction.on(fact));
        }
        return before;
    }

    private static final class Rows extends JdbcHandler<List<EventEnvelope>, TableSession> {

        private final ProjectionId id;
        private final RowWriter rows;
        private final Stumbles stumbles;

        Rows(ProjectionId id, RowWriter rows, Stumbles stumbles) {
            this.id = id;
            this.rows = rows;
            this.stumbles = stumbles;
        }

        @Override
        public void process(TableSession session, List<EventEnvelope> group) {
            // Closing the handle leaves the connection, and its transaction, to the session.
            try (Handle db = Jdbi.open(new Borrowed(session.connection()))) {
                rows.write(Database.ours(db), group, session::afterwards);
            } catch (RuntimeException e) {
                stumbles.failed(id, e instanceof RowFailure one ? one.row() : group.getFirst(), e);
                throw e;
            }
            session.afterwards(() -> stumbles.passed(id));
        }
    }

    private record Borrowed(Connection connection) implements ConnectionFactory {
        @Override
        public Connection openConnection() {
            return connection;
        }

        @Override
        public void closeConnection(Connection borrowed) {}
    }
}
