package downbeat.cluster.node;

import akka.actor.ExtendedActorSystem;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Behaviors;
import downbeat.cluster.database.Database;
import downbeat.cluster.database.Vendor;
import downbeat.cluster.deadline.Deadlines;
import downbeat.cluster.entity.Entities;
import downbeat.cluster.journal.JournalPulse;
import downbeat.cluster.journal.Projections;
import downbeat.cluster.journal.SlickPool;
import downbeat.cluster.journal.Stumbles;
import downbeat.cluster.person.PersonalKeys;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;

/** The steps of a start, in order; what opened before a step that fails is closed again. */
final class NodeStart {

    private static final Schema JOURNAL = new Schema("journal", "classpath:db/journal");
    private static final Schema PERSON = new Schema("person", "classpath:db/person");

    private final NodeSettings settings;
    private final List<Part> parts;
    private final Clock clock;

    NodeStart(NodeSettings settings, List<Part> parts, Clock clock) {
        this.settings = settings;
        this.parts = parts;
        this.clock = clock;
    }

    Node run() {
        makeDataDirectory();
        try (HeldPort node = HeldPort.node(settings);
                HeldPort management = settings.bootstrap() ? HeldPort.management(settings) : HeldPort.none()) {
            return run(node, management);
        }
    }

    private Node run(HeldPort node, HeldPort management) {
        Database database = openDatabase();
        try {
            migrate(database, JOURNAL);
            migrate(database, PERSON);
            parts.forEach(part -> part.schemas().forEach(schema -> migrate(database, schema)));
            node.close();
            ActorSystem<Void> system = startActors(database.vendor());
            management.close();
            return join(database, system);
        } catch (RuntimeException | Error e) {
            database.close();
            throw e;
        }
    }

    private Node join(Database database, ActorSystem<Void> system) {
        try {
            SlickPool.writing(system).startThreads();
            SlickPool.reading(system).startThreads();
            Membership.join(system, settings);
            return open(database, system);
        } catch (RuntimeException | Error e) {
            system.terminate();
            system.getWhenTerminated().toCompletableFuture().join();
            throw e;
        }
    }

    private Node open(Database database, ActorSystem<Void> system) {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        Instruments.install(metrics);
        JournalPulse pulse = new JournalPulse(database);
        try {
            PersonalKeys keys = new PersonalKeys(database.jdbi(), clock);
            Entities entities = new Entities(system, keys, clock, metrics);
            Stumbles stumbles = new Stumbles(metrics, clock);
            Projections projections = new Projections(system, database, pulse, stumbles);
            NodeContext context =
                    new NodeContext(system, settings, database.jdbi(), metrics, clock, entities, projections, keys);
            context.offer(Stumbles.class, stumbles);
            context.offer(MeterRegistry.class, metrics);
            context.offer(PrometheusMeterRegistry.class, metrics);
            Conditions.add(context);
            LastRegion.expect((ExtendedActorSystem) system.classicSystem());
            Deadlines.watch(system, database.jdbi(), entities, clock);
            parts.forEach(part -> start(part, context));
            return new Node(context, database, pulse);
        } catch (RuntimeException | Error e) {
            pulse.close();
            throw e;
        }
    }

    private static void start(Part part, NodeContext context) {
        try {
            part.start(context);
        } catch (NodeStartException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new NodeStartException(
                    "Part " + part.name() + " cannot start: " + NodeStartException.reason(e) + ".", e);
        }
    }

    private void makeDataDirectory() {
        try {
            Files.createDirectories(settings.data());
            Files.delete(Files.createTempFile(settings.data(), "probe", ""));
        } catch (IOException e) {
            throw NodeStartException.data(settings.data(), e);
        }
    }

    private Database openDatabase() {
        NodeSettings.DatabaseSettings own = settings.database();
        try {
            return Database.open(own.url(), own.user(), own.password(), own.connections(), own.patience());
        } catch (RuntimeException e) {
            throw NodeStartException.database(own, e);
        }
    }

    private void migrate(Database database, Schema schema) {
        try {
            database.migrate(schema.name(), schema.location());
        } catch (RuntimeException e) {
            throw new NodeStartException(
                    "The tables of " + schema.name() + " in "
                            + settings.database().shownUrl() + " cannot be brought up to date: "
                            + NodeStartException.reason(e) + ".",
                    e);
        }
    }

    private ActorSystem<Void> startActors(Vendor vendor) {
        try {
            return ActorSystem.create(Behaviors.empty(), "downbeat", AkkaConfig.of(settings, vendor));
        } catch (RuntimeException e) {
            if (isBind(e)) {
                throw HeldPort.lost(settings, e);
            }
            throw e;
        }
    }

    /** For failures no step has explained. */
    static NodeStartException explained(Throwable failure) {
        return new NodeStartException("The node cannot start: " + NodeStartException.reason(failure) + ".", failure);
    }

    private static boolean isBind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException
                    || String.valueOf(cause.getMessage()).contains("BindException")
                    || String.valueOf(cause.getMessage()).contains("Failed to bind")) {
                return true;
            }
        }
        return false;
    }
}
