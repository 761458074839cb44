package downbeat.cluster.node;

import akka.Done;
import akka.actor.AbstractActor;
import akka.actor.ActorIdentity;
import akka.actor.ActorRef;
import akka.actor.CoordinatedShutdown;
import akka.actor.ExtendedActorSystem;
import akka.actor.Identify;
import akka.actor.PoisonPill;
import akka.actor.Props;
import akka.actor.Terminated;
import akka.cluster.Cluster;
import akka.cluster.Member;
import akka.cluster.MemberStatus;
import akka.cluster.sharding.ClusterSharding;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/**
 * Ends a shard region of a node that leaves as the last one. Its shards are handed off as in any cluster, and finish what
 * they write; but then a region waits, for some ten seconds, for a node to take the messages that came meanwhile, and there
 * is none.
 */
final class LastRegion extends AbstractActor {

    /** A member that is none of these takes no shards any more. */
    private static final Set<MemberStatus> STAYING =
            Set.of(MemberStatus.joining(), MemberStatus.weaklyUp(), MemberStatus.up());

    private final ActorRef region;
    private final Set<ActorRef> shards = new HashSet<>();

    private LastRegion(ActorRef region) {
        this.region = region;
    }

    /** Looks, when the node hands its shards off, whether there is anybody to hand them to. */
    static void expect(ExtendedActorSystem system) {
        CoordinatedShutdown.get(system)
                .addTask(CoordinatedShutdown.PhaseClusterShardingShutdownRegion(), "end-last-regions", () -> {
                    if (alone(Cluster.get(system))) {
                        ClusterSharding sharding = ClusterSharding.get(system);
                        sharding.getShardTypeNames().forEach(type -> end(system, sharding.shardRegion(type)));
                    }
                    return CompletableFuture.completedFuture(Done.getInstance());
                });
    }

    private static boolean alone(Cluster cluster) {
        return StreamSupport.stream(cluster.state().getMembers().spliterator(), false)
                .filter((Member member) -> !member.uniqueAddress().equals(cluster.selfUniqueAddress()))
                .noneMatch(member -> STAYING.contains(member.status()));
    }

    private static void end(ExtendedActorSystem system, ActorRef region) {
        system.systemActorOf(
                Props.create(LastRegion.class, () -> new LastRegion(region)),
                "last-" + region.path().name());
    }

    @Override
    public void preStart() {
        getContext().watch(region);
        look();
    }

    /** Every shard there is answers; if there is none, nobody does, and that is told too. */
    private void look() {
        getContext()
                .actorSelection(region.path().toStringWithoutAddress() + "/*")
                .tell(new Identify(region), getSelf());
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(ActorIdentity.class, this::onIdentity)
                .match(Terminated.class, this::onTerminated)
                .build();
    }

    private void onIdentity(ActorIdentity answer) {
        answer.getActorRef()
                .ifPresentOrElse(
                        shard -> {
                            if (shards.add(shard)) {
                                getContext().watch(shard);
                            }
                        },
                        () -> region.tell(PoisonPill.getInstance(), getSelf()));
    }

    private void onTerminated(Terminated gone) {
        if (gone.getActor().equals(region)) {
            getContext().stop(getSelf());
            return;
        }
        shards.remove(gone.getActor());
        if (shards.isEmpty()) {
            look();
        }
    }
}
