package downbeat.cluster.pop;

import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.actor.Address;
import akka.cluster.Cluster;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import akka.cluster.sharding.ShardCoordinator;
import downbeat.kernel.PopId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import scala.collection.immutable.IndexedSeq;
import scala.concurrent.Future;

/**
 * Puts the shards of a point of presence on a node there: the one with the fewest shards of this entity type, or, while
 * the place has none, the emptiest node anywhere. Never moves a shard afterwards: a live class is not rebalanced.
 */
public final class PopAllocation extends ShardCoordinator.AbstractShardAllocationStrategy {

    private static final String ROLE = "pop-";
    private static final char SEPARATOR = '|';

    private final Cluster cluster;

    public PopAllocation(ActorSystem system) {
        this.cluster = Cluster.get(system);
    }

    /** The shard of the place that holds the entity: {@code pop|n}. */
    public static String shard(PopId pop, String entityId, int shardsPerPop) {
        return pop.value() + SEPARATOR + Math.floorMod(entityId.hashCode(), shardsPerPop);
    }

    /** The role a node of the place has in the cluster. */
    public static String role(PopId pop) {
        return ROLE + pop.value();
    }

    @Override
    public Future<ActorRef> allocateShard(
            ActorRef requester, String shardId, Map<ActorRef, IndexedSeq<String>> current) {
        return Future.successful(choose(shardId, current, this::hasRole));
    }

    @Override
    public Future<Set<String>> rebalance(Map<ActorRef, IndexedSeq<String>> current, Set<String> inProgress) {
        return Future.successful(Set.of());
    }

    /** Whether the node a region runs on has a role. */
    interface Roles {
        boolean has(ActorRef region, String role);
    }

    static ActorRef choose(String shardId, Map<ActorRef, IndexedSeq<String>> current, Roles roles) {
        int end = shardId.indexOf(SEPARATOR);
        String role = ROLE + (end < 0 ? shardId : shardId.substring(0, end));
        List<Map.Entry<ActorRef, IndexedSeq<String>>> regions = List.copyOf(current.entrySet());
        var near = regions.stream()
                .filter(region -> roles.has(region.getKey(), role))
                .toList();
        // The path breaks ties, so that every coordinator would choose alike.
        return (near.isEmpty() ? regions : near)
                .stream()
                        .min(Comparator.<Map.Entry<ActorRef, IndexedSeq<String>>>comparingInt(
                                        region -> region.getValue().size())
                                .thenComparing(region -> region.getKey().path().toSerializationFormat()))
                        .orElseThrow()
                        .getKey();
    }

    private boolean hasRole(ActorRef region, String role) {
        Address own = region.path().address();
        Address address = own.hasLocalScope() ? cluster.selfAddress() : own;
        return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
                .filter(member -> member.status().equals(MemberStatus.up()))
                .filter(member -> member.address().equals(address))
                .anyMatch((Member member) -> member.getRoles().contains(role));
    }
}
