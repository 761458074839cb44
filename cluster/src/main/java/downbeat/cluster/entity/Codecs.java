package downbeat.cluster.entity;

import akka.actor.AbstractExtensionId;
import akka.actor.ExtendedActorSystem;
import akka.actor.Extension;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The codecs of a node by aggregate name, where the envelope serializer finds them. */
final class Codecs implements Extension {

    private static final Id ID = new Id();

    private final Map<String, AggregateCodec<?, ?, ?, ?, ?>> byName = new ConcurrentHashMap<>();

    static Codecs of(akka.actor.ActorSystem system) {
        return ID.get(system);
    }

    void add(AggregateCodec<?, ?, ?, ?, ?> codec) {
        if (byName.putIfAbsent(codec.name(), codec) != null) {
            throw new IllegalStateException("aggregate " + codec.name() + " is registered twice");
        }
    }

    AggregateCodec<?, ?, ?, ?, ?> get(String name) {
        AggregateCodec<?, ?, ?, ?, ?> codec = byName.get(name);
        if (codec == null) {
            throw new IllegalArgumentException("this node knows no aggregate \"" + name + "\"");
        }
        return codec;
    }

    private static final class Id extends AbstractExtensionId<Codecs> {
        @Override
        public Codecs createExtension(ExtendedActorSystem system) {
            return new Codecs();
        }
    }
}
