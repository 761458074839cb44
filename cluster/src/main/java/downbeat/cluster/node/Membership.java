package downbeat.cluster.node;

import akka.actor.Address;
import akka.actor.AddressFromURIString;
import akka.actor.typed.ActorSystem;
import akka.cluster.MemberStatus;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import akka.cluster.typed.JoinSeedNodes;
import akka.management.cluster.bootstrap.ClusterBootstrap;
import akka.management.javadsl.AkkaManagement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How a node becomes a member: alone, through seed nodes, or found by bootstrap. */
final class Membership {

    private Membership() {}

    /** Returns once the node is up. */
    static void join(ActorSystem<Void> system, NodeSettings settings) {
        Cluster cluster = Cluster.get(system);
        if (settings.bootstrap()) {
            AkkaManagement.get(system.classicSystem()).start();
            ClusterBootstrap.get(system).start();
        } else if (settings.seedNodes().isEmpty()) {
            cluster.manager().tell(Join.create(cluster.selfMember().address()));
        } else {
            cluster.manager().tell(new JoinSeedNodes(addresses(settings.seedNodes())));
        }
        awaitUp(cluster, settings);
    }

    private static List<Address> addresses(List<String> seedNodes) {
        return seedNodes.stream()
                .map(node -> AddressFromURIString.parse("akka://downbeat@" + node))
                .toList();
    }

    private static void awaitUp(Cluster cluster, NodeSettings settings) {
        Duration patience = settings.config().getDuration("downbeat.node.patience");
        long deadline = System.nanoTime() + patience.toNanos();
        while (!cluster.selfMember().status().equals(MemberStatus.up())) {
            if (System.nanoTime() > deadline) {
                throw new NodeStartException("This node did not become a member of the cluster within "
                        + patience.toSeconds() + " s: check that the nodes " + settings.seedNodes()
                        + " run and reach " + cluster.selfMember().address().hostPort() + ".");
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
