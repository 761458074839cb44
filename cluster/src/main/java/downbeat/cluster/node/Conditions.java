package downbeat.cluster.node;

import akka.actor.typed.DispatcherSelector;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import downbeat.cluster.entity.Entities;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What every node must be able to do to be ready: each is really tried. */
final class Conditions {

    private Conditions() {}

    static void add(NodeContext node, Entities entities) {
        node.health("database", () -> database(node));
        node.health("member", () -> member(node));
        node.health("sharding", entities::coordinated);
    }

    private static CompletionStage<Boolean> database(NodeContext node) {
        Executor blocking = node.system().dispatchers().lookup(DispatcherSelector.blocking());
        return CompletableFuture.supplyAsync(
                () -> node.database()
                        .withHandle(db ->
                                db.createQuery("SELECT 1").mapTo(int.class).one() == 1),
                blocking);
    }

    private static CompletionStage<Boolean> member(NodeContext node) {
        return CompletableFuture.completedFuture(
                Cluster.get(node.system()).selfMember().status().equals(MemberStatus.up()));
    }
}
