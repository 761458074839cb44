package downbeat.cluster.entity;

import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.actor.Address;
import akka.actor.typed.javadsl.Adapter;
import akka.cluster.Cluster;
import akka.cluster.sharding.ClusterSharding;
import akka.cluster.sharding.ShardRegion;
import akka.pattern.Patterns;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The shard regions of this node: of aggregates, of whatever else is sharded, and of the streams behind views. */
public final class Regions {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ActorSystem system;

    public Regions(akka.actor.typed.ActorSystem<?> system) {
        this.system = Adapter.toClassic(system);
    }

    /** Whether the coordinator of every type answers and knows this node: without it nothing can be placed. */
    public CompletionStage<Boolean> coordinated() {
        ClusterSharding sharding = ClusterSharding.get(system);
        Address own = Cluster.get(system).selfAddress();
        CompletionStage<Boolean> all = CompletableFuture.completedFuture(true);
        for (String type : sharding.getShardTypeNames()) {
            all = all.thenCombine(coordinated(sharding.shardRegion(type), own), Boolean::logicalAnd);
        }
        return all;
    }

    private static CompletionStage<Boolean> coordinated(ActorRef region, Address own) {
        return Patterns.ask(region, ShardRegion.getCurrentRegionsInstance(), PATIENCE)
                .thenApply(answer -> answer instanceof ShardRegion.CurrentRegions current
                        && current.getRegions().contains(own));
    }
}
