package downbeat.cluster.entity;

import akka.actor.ExtendedActorSystem;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.javadsl.Adapter;
import akka.serialization.SerializerWithStringManifest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.cluster.wire.Json;
import downbeat.cluster.wire.Squeezed;
import downbeat.kernel.Outcome;
import downbeat.kernel.Refusal;
import downbeat.kernel.Version;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The envelopes of the shell between nodes: CBOR, what is inside written by the codec of the named aggregate. Nothing is
 * converted when the entity is on the same node.
 */
public final class EnvelopeSerializer extends SerializerWithStringManifest {

    /** Never changed: it is on the wire. Akka keeps 0 to 40 for itself. */
    private static final int IDENTIFIER = 760_101;

    private final ExtendedActorSystem system;

    public EnvelopeSerializer(ExtendedActorSystem system) {
        this.system = system;
    }

    @Override
    public int identifier() {
        return IDENTIFIER;
    }

    @Override
    public String manifest(Object envelope) {
        return switch (envelope) {
            case EntityMessage.Ask ask -> "ask";
            case EntityMessage.Show show -> "show";
            case EntityMessage.Wake wake -> "wake";
            case EntityMessage.Erase erase -> "erase";
            case Answer.Decided decided -> "decided";
            case Answer.Shown shown -> "shown";
            case Answer.Unavailable unavailable -> "unavailable";
            default -> throw new IllegalArgumentException(envelope.getClass() + " does not leave its node");
        };
    }

    @Override
    public byte[] toBinary(Object envelope) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        switch (envelope) {
            case EntityMessage.Ask(
                    String aggregate,
                    Object command,
                    IdempotencyKey key,
                    Seen seen,
                    String viewer,
                    ActorRef<Answer> replyTo) -> {
                tree.put("aggregate", aggregate).set("command", codec(aggregate).command(command));
                tree.put("replyTo", resolver().toSerializationFormat(replyTo));
                if (key != null) {
                    tree.put("key", key.value());
                }
                if (viewer != null) {
                    tree.put("viewer", viewer);
                }
                if (seen instanceof Seen.Only(List<Version> versions)) {
                    ArrayNode texts = tree.putArray("seen");
                    versions.forEach(version -> texts.add(version.text()));
                }
            }
            case EntityMessage.Show(String aggregate, long after, String viewer, ActorRef<Answer> replyTo) -> {
                tree.put("aggregate", aggregate).put("replyTo", resolver().toSerializationFormat(replyTo));
                if (after > 0) {
                    tree.put("after", after);
                }
                if (viewer != null) {
                    tree.put("viewer", viewer);
                }
            }
            case EntityMessage.Wake(String aggregate) -> tree.put("aggregate", aggregate);
            case EntityMessage.Erase(String aggregate, ActorRef<Answer> replyTo) ->
                tree.put("aggregate", aggregate).put("replyTo", resolver().toSerializationFormat(replyTo));
            case Answer.Decided(String aggregate, Outcome<?> outcome, Optional<?> view) -> {
                tree.put("aggregate", aggregate);
                write(tree, codec(aggregate), outcome);
                write(tree, codec(aggregate), view);
            }
            case Answer.Shown(String aggregate, Optional<?> view) -> {
                tree.put("aggregate", aggregate);
                write(tree, codec(aggregate), view);
            }
            case Answer.Unavailable(String sentence) -> tree.put("sentence", sentence);
            default -> throw new IllegalArgumentException(envelope.getClass() + " does not leave its node");
        }
        try {
            return Squeezed.squeeze(Json.cbor().writeValueAsBytes(tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
        JsonNode tree = tree(bytes, manifest);
        String aggregate = tree.path("aggregate").asText();
        return switch (manifest) {
            case "ask" ->
                new EntityMessage.Ask(
                        aggregate,
                        codec(aggregate).command(tree.get("command")),
                        tree.has("key") ? new IdempotencyKey(tree.get("key").asText()) : null,
                        seen(tree),
                        tree.path("viewer").asText(null),
                        replyTo(tree));
            case "show" ->
                new EntityMessage.Show(
                        aggregate,
                        tree.path("after").asLong(),
                        tree.path("viewer").asText(null),
                        replyTo(tree));
            case "wake" -> new EntityMessage.Wake(aggregate);
            case "erase" -> new EntityMessage.Erase(aggregate, replyTo(tree));
            case "decided" ->
                new Answer.Decided(aggregate, outcome(tree, codec(aggregate)), view(tree, codec(aggregate)));
            case "shown" -> new Answer.Shown(aggregate, view(tree, codec(aggregate)));
            case "unavailable" -> new Answer.Unavailable(tree.path("sentence").asText());
            default -> throw new NotSerializableException("unknown envelope \"" + manifest + "\"");
        };
    }

    private static void write(ObjectNode tree, AggregateCodec<?, ?, ?, ?, ?> codec, Outcome<?> outcome) {
        switch (outcome) {
            case Outcome.Accepted<?>(Object reply) -> tree.set("reply", codec.reply(reply));
            case Outcome.Refused<?>(KeyReused(String key)) -> tree.put("keyReused", key);
            case Outcome.Refused<?>(Outdated(Version present)) -> tree.put("outdated", present.text());
            case Outcome.Refused<?>(Gone gone) -> tree.put("gone", true);
            case Outcome.Refused<?>(var refusal) -> tree.set("refusal", codec.refusal(refusal));
        }
    }

    private static void write(ObjectNode tree, AggregateCodec<?, ?, ?, ?, ?> codec, Optional<?> view) {
        view.ifPresent(it -> tree.set("view", codec.shown((Object) it)));
    }

    private static Optional<?> view(JsonNode tree, AggregateCodec<?, ?, ?, ?, ?> codec) {
        return Optional.ofNullable(tree.get("view")).map(codec::shown);
    }

    private static Outcome<?> outcome(JsonNode tree, AggregateCodec<?, ?, ?, ?, ?> codec) {
        if (tree.has("reply")) {
            return Outcome.accepted(codec.reply(tree.get("reply")));
        }
        return Outcome.refused(refusal(tree, codec));
    }

    /** The shell refuses too; what an aggregate itself says is the codec's. */
    private static Refusal refusal(JsonNode tree, AggregateCodec<?, ?, ?, ?, ?> codec) {
        if (tree.has("keyReused")) {
            return new KeyReused(tree.get("keyReused").asText());
        }
        if (tree.has("gone")) {
            return new Gone();
        }
        return tree.has("outdated")
                ? new Outdated(new Version(tree.get("outdated").asText()))
                : codec.refusal(tree.get("refusal"));
    }

    private static Seen seen(JsonNode tree) {
        if (!tree.has("seen")) {
            return Seen.ANYTHING;
        }
        List<Version> versions = new ArrayList<>();
        tree.get("seen").forEach(text -> versions.add(new Version(text.asText())));
        return new Seen.Only(versions);
    }

    private static JsonNode tree(byte[] bytes, String manifest) throws NotSerializableException {
        try {
            return Json.cbor().readTree(Squeezed.loosen(bytes));
        } catch (IOException e) {
            throw new NotSerializableException("a damaged envelope \"" + manifest + "\": " + e.getMessage());
        }
    }

    private ActorRef<Answer> replyTo(JsonNode tree) {
        return resolver().resolveActorRef(tree.path("replyTo").asText());
    }

    private ActorRefResolver resolver() {
        return ActorRefResolver.get(Adapter.toTyped(system));
    }

    private AggregateCodec<?, ?, ?, ?, ?> codec(String aggregate) {
        return Codecs.of(system).get(aggregate);
    }
}
