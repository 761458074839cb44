package downbeat.classes.live;

import akka.cluster.sharding.typed.ShardingEnvelope;
import akka.cluster.sharding.typed.ShardingMessageExtractor;
import downbeat.classes.live.message.RelayMessage;
import downbeat.cluster.pop.PopAllocation;
import downbeat.kernel.PopId;

/** Puts the relays of a PoP into shards of that PoP. A relay's entity id is {@code pop|class}. */
final class RelayPlaces extends ShardingMessageExtractor<ShardingEnvelope<RelayMessage>, RelayMessage> {
    private final int shardsPerPop;

    RelayPlaces(int shardsPerPop) {
        this.shardsPerPop = shardsPerPop;
    }

    @Override
    public String entityId(ShardingEnvelope<RelayMessage> envelope) {
        return envelope.entityId();
    }

    @Override
    public String shardId(String entityId) {
        var pop = new PopId(entityId.substring(0, entityId.indexOf('|')));
        return PopAllocation.shard(pop, entityId, shardsPerPop);
    }

    @Override
    public RelayMessage unwrapMessage(ShardingEnvelope<RelayMessage> envelope) {
        return envelope.message();
    }
}
