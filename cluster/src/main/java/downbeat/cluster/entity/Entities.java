package downbeat.cluster.entity;

import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Adapter;
import akka.cluster.sharding.typed.javadsl.ClusterSharding;
import akka.cluster.sharding.typed.javadsl.Entity;
import akka.cluster.sharding.typed.javadsl.EntityTypeKey;
import downbeat.cluster.person.PersonalKeys;
import downbeat.kernel.Id;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;

/** The aggregates of a node: registers each with sharding, on every node alike. */
public final class Entities {

    private final ActorSystem<?> system;
    private final ClusterSharding sharding;
    private final PersonalKeys keys;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final ShellSettings settings;

    public Entities(ActorSystem<?> system, PersonalKeys keys, Clock clock, MeterRegistry metrics) {
        this.system = system;
        this.sharding = ClusterSharding.get(system);
        this.keys = keys;
        this.clock = clock;
        this.metrics = metrics;
        this.settings = ShellSettings.of(system.settings().config().getConfig("downbeat.entity"));
    }

    public <I extends Id, C, E, S, R, V> AggregateClient<I, C, R, V> register(Aggregate<C, E, S, R, V> aggregate) {
        AggregateCodec<C, E, S, R, V> codec = new AggregateCodec<>(aggregate);
        codecs().add(codec);
        ShellMetrics shellMetrics = new ShellMetrics(aggregate.name(), metrics);
        sharding.init(Entity.of(
                        key(aggregate.name()),
                        entity -> Front.create(
                                codec,
                                entity.getEntityId(),
                                Cover.of(aggregate, entity.getEntityId(), keys),
                                settings,
                                clock,
                                shellMetrics))
                .withStopMessage(new EntityMessage.Retire()));
        return new AggregateClient<>(
                sharding, key(aggregate.name()), codec, settings.patience(), system.executionContext()::execute);
    }

    /** Tells an entity that time may have changed something; it starts if it is not resident. */
    public void wake(String aggregate, String entityId) {
        codecs().get(aggregate);
        sharding.entityRefFor(key(aggregate), entityId).tell(new EntityMessage.Wake(aggregate));
    }

    private Codecs codecs() {
        return Codecs.of(Adapter.toClassic(system));
    }

    private static EntityTypeKey<EntityMessage> key(String aggregate) {
        return EntityTypeKey.create(EntityMessage.class, aggregate);
    }
}
