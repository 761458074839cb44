package downbeat.cluster.node;

import akka.actor.CoordinatedShutdown;
import akka.actor.typed.DispatcherSelector;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import downbeat.cluster.entity.Regions;
import downbeat.cluster.journal.SlickPool;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What every node must be able to do to be ready: each is really tried. */
final class Conditions {

    private Conditions() {}

    static void add(NodeContext node) {
        SlickPool journal = SlickPool.writing(node.system());
        Regions regions = new Regions(node.system());
        node.health("database", () -> blocking(node, () -> answers(node)));
        node.health("journal", () -> blocking(node, journal::answers));
        node.health("member", () -> CompletableFuture.completedFuture(member(node)));
        node.health("sharding", regions::coordinated);
        node.health("staying", () -> CompletableFuture.completedFuture(staying(node)));
    }

    private static CompletionStage<Boolean> blocking(NodeContext node, Supplier<Boolean> question) {
        Executor blocking = node.system().dispatchers().lookup(DispatcherSelector.blocking());
        return CompletableFuture.supplyAsync(question, blocking);
    }

    private static boolean answers(NodeContext node) {
        return node.database()
                .withHandle(db -> db.createQuery("SELECT 1").mapTo(int.class).one() == 1);
    }

    private static boolean member(NodeContext node) {
        return Cluster.get(node.system()).selfMember().status().equals(MemberStatus.up());
    }

    /** Not from the moment on at which the node is told to stop. */
    private static boolean staying(NodeContext node) {
        return CoordinatedShutdown.get(node.system()).getShutdownReason().isEmpty();
    }
}
