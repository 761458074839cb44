package downbeat.cluster.node;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorSystem;
import downbeat.cluster.database.Database;
import downbeat.cluster.journal.JournalPulse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running node. */
public final class Node implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    /** Akka's phases and H2's compaction together; a supervisor kills at some point anyway. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    private final NodeContext context;
    private final Thread hook;
    private final CompletableFuture<Done> ended;

    Node(NodeContext context, Database database, JournalPulse pulse) {
        this.context = context;
        this.ended = context.system().getWhenTerminated().toCompletableFuture().whenComplete((done, failure) -> {
            pulse.close();
            database.close();
        });
        this.hook = new Thread(this::stopAtExit, "downbeat-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Fails with {@link NodeStartException}, unwrapped: its message is one sentence for the operator. */
    public static CompletionStage<Node> start(NodeSettings settings, List<Part> parts) {
        return start(settings, parts, Clock.tickMillis(java.time.ZoneOffset.UTC));
    }

    /** The same by another clock; it should tick in whole milliseconds. */
    public static CompletionStage<Node> start(NodeSettings settings, List<Part> parts, Clock clock) {
        CompletableFuture<Node> started = new CompletableFuture<>();
        Thread.ofPlatform().name("downbeat-start").start(() -> {
            try {
                started.complete(new NodeStart(settings, List.copyOf(parts), clock).run());
            } catch (NodeStartException e) {
                started.completeExceptionally(e);
            } catch (Throwable e) {
                started.completeExceptionally(NodeStart.explained(e));
            }
        });
        return started;
    }

    public ActorSystem<Void> system() {
        return context.system();
    }

    public NodeContext context() {
        return context;
    }

    /** Leaves the cluster in order and closes the database; completes when all is closed. */
    public CompletionStage<Done> stop() {
        CoordinatedShutdown.get(system()).runAll(CoordinatedShutdown.actorSystemTerminateReason());
        return ended.whenComplete((done, failure) -> forgetHook());
    }

    /** Completes when the node has ended, wanted or not: a node that finds itself in a minority ends itself. */
    public CompletionStage<Done> ended() {
        return ended.copy();
    }

    /** {@link #stop}, waited for. */
    @Override
    public void close() {
        stop().toCompletableFuture().join();
    }

    private void stopAtExit() {
        try {
            stop().toCompletableFuture().get(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            LOG.warn("The node did not stop in order within {} s", STOP_PATIENCE.toSeconds(), e);
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.trace("the process is ending", e); // then the hook is what called us
        }
    }
}
