package downbeat.cluster.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import downbeat.cluster.wire.Json;
import downbeat.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Turns what belongs to one aggregate into trees and back, always as the sealed root the aggregate declares. */
final class AggregateCodec<C, E, S, R, V> {

    private static final ObjectMapper JSON = Json.mapper();

    private final Aggregate<C, E, S, R, V> aggregate;
    private final ObjectWriter fingerprinted;

    AggregateCodec(Aggregate<C, E, S, R, V> aggregate) {
        this.aggregate = aggregate;
        this.fingerprinted = JSON.writerFor(aggregate.command()).with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    }

    Aggregate<C, E, S, R, V> aggregate() {
        return aggregate;
    }

    String name() {
        return aggregate.name();
    }

    /** The same for two commands that mean the same, in this process or another. */
    String fingerprint(C command) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(fingerprinted.writeValueAsBytes(command));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    StoredCommit store(Commit<E, R> commit) {
        return new StoredCommit(
                commit.at(),
                commit.first(),
                commit.events().stream()
                        .map(event -> tree(aggregate.event(), event))
                        .toList(),
                commit.answers().stream().map(this::store).toList(),
                commit.deadline());
    }

    Commit<E, R> restore(StoredCommit stored) {
        return new Commit<>(stored.at(), stored.first(), events(stored), answers(stored.answers()), stored.deadline());
    }

    List<E> events(StoredCommit stored) {
        return stored.events().stream()
                .map(event -> value(aggregate.event(), event))
                .toList();
    }

    StoredSnapshot store(Held<S, R> held) {
        return new StoredSnapshot(
                tree(aggregate.state(), held.state()),
                held.answers().all().stream().map(this::store).toList(),
                held.facts());
    }

    Held<S, R> restore(StoredSnapshot stored) {
        return new Held<>(
                value(aggregate.state(), stored.state()), new Answers<>(answers(stored.answers())), stored.facts());
    }

    JsonNode command(Object command) {
        return tree(aggregate.command(), command);
    }

    C command(JsonNode tree) {
        return value(aggregate.command(), tree);
    }

    JsonNode reply(Object reply) {
        return tree(aggregate.reply(), reply);
    }

    R reply(JsonNode tree) {
        return value(aggregate.reply(), tree);
    }

    JsonNode shown(Object view) {
        return tree(aggregate.shown(), view);
    }

    V shown(JsonNode tree) {
        return value(aggregate.shown(), tree);
    }

    JsonNode refusal(Refusal refusal) {
        return tree(aggregate.refusal(), refusal);
    }

    Refusal refusal(JsonNode tree) {
        return value(aggregate.refusal(), tree);
    }

    private StoredCommit.StoredAnswer store(Answers.Remembered<R> answer) {
        return new StoredCommit.StoredAnswer(answer.key(), answer.fingerprint(), reply(answer.reply()), answer.at());
    }

    private List<Answers.Remembered<R>> answers(List<StoredCommit.StoredAnswer> stored) {
        return stored.stream()
                .map(answer -> new Answers.Remembered<>(
                        answer.key(), answer.fingerprint(), reply(answer.reply()), answer.at()))
                .toList();
    }

    private static JsonNode tree(Class<?> root, Object value) {
        try (TokenBuffer tokens = new TokenBuffer(JSON, false)) {
            JSON.writerFor(root).writeValue(tokens, value);
            return JSON.readTree(tokens.asParser());
        } catch (IOException e) {
            throw new UncheckedIOException(value.getClass().getSimpleName() + " cannot be written", e);
        }
    }

    private static <T> T value(Class<T> root, JsonNode tree) {
        try {
            return JSON.treeToValue(tree, root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a " + root.getSimpleName() + " cannot be read", e);
        }
    }
}
