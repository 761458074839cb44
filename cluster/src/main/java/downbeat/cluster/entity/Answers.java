package downbeat.cluster.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The accepted answers an entity remembers by idempotency key, oldest first. Mutable, and so owned by one actor: a
 * persistent map would cost a copy of thousands of entries with every commit. What it forgets depends only on the
 * commits it has seen, so replaying them remembers the same.
 */
final class Answers<R> {

    /** As long as HTTP APIs commonly keep a key; a retry comes within minutes. */
    static final Duration KEPT = Duration.ofHours(24);

    static final int MOST = 20_000;

    /** An answer once given. */
    record Remembered<R>(String key, String fingerprint, R reply, Instant at) {}

    private final Map<String, Remembered<R>> byKey = new LinkedHashMap<>();

    Answers() {}

    Answers(Collection<Remembered<R>> remembered) {
        remembered.forEach(answer -> byKey.put(answer.key(), answer));
    }

    Optional<Remembered<R>> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Adds what was answered at {@code now} and forgets what is too old or too much. */
    void remember(List<Remembered<R>> answers, Instant now) {
        answers.forEach(answer -> byKey.put(answer.key(), answer));
        Instant oldest = now.minus(KEPT);
        var eldest = byKey.values().iterator();
        while (eldest.hasNext() && (eldest.next().at().isBefore(oldest) || byKey.size() > MOST)) {
            eldest.remove();
        }
    }

    List<Remembered<R>> all() {
        return List.copyOf(byKey.values());
    }

    Answers<R> copy() {
        return new Answers<>(byKey.values());
    }
}
