package downbeat.cluster.entity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What becomes durable at once: everything decided while the write before was in flight. One row of the journal.
 *
 * @param first the sequence of the first event
 * @param deadline when time alone next changes something
 */
record Commit<E, R>(
        Instant at, long first, List<E> events, List<Answers.Remembered<R>> answers, Optional<Instant> deadline) {}
