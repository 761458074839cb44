package downbeat.cluster.journal;

import akka.persistence.query.EventEnvelope;
import akka.persistence.query.Sequence;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The newest rows of a tag, read once for all streams of this node that follow it: the views and reactions of one aggregate
 * are half a dozen, and each would ask the database for the same rows. A stream that is behind these rows reads by itself.
 */
final class TagTail {

    /** Rows of one look. A row of a hot entity carries a thousand facts. */
    static final int MOST = 100;
    /** For streams that are a little slower than the others. */
    private static final Duration KEPT = Duration.ofSeconds(3);

    private record Row(EventEnvelope envelope, long readAt) {
        long position() {
            return TagTail.position(envelope);
        }
    }

    private final LongFunction<CompletionStage<List<EventEnvelope>>> reading;
    /** All there is of the tag after {@code from}, up to {@code to}. */
    private final Deque<Row> rows = new ArrayDeque<>();

    private long from;
    private long to;
    private @Nullable CompletableFuture<List<EventEnvelope>> looking;

    /** @param reading the next rows after a position, from the database; at most {@link #MOST} */
    TagTail(LongFunction<CompletionStage<List<EventEnvelope>>> reading) {
        this.reading = reading;
    }

    static long position(EventEnvelope row) {
        return ((Sequence) row.offset()).value();
    }

    /** The next rows after a position, in order, at most {@link #MOST}; none while there are none. Fails if they cannot be read. */
    synchronized CompletionStage<List<EventEnvelope>> after(long position) {
        if (position < from) {
            return reading.apply(position);
        }
        if (position < to) {
            return CompletableFuture.completedFuture(known(position));
        }
        if (position > to) {
            begin(position);
        }
        return looking == null ? look() : looking;
    }

    private List<EventEnvelope> known(long position) {
        return rows.stream()
                .filter(row -> row.position() > position)
                .map(Row::envelope)
                .toList();
    }

    /** A stream that is ahead is what the others will come to. */
    private void begin(long position) {
        rows.clear();
        from = position;
        to = position;
        looking = null;
    }

    private CompletableFuture<List<EventEnvelope>> look() {
        var look = new CompletableFuture<List<EventEnvelope>>();
        looking = look;
        var read = CompletableFuture.completedFuture(to).thenCompose(reading::apply); // may throw at once
        var unused = read.whenComplete((found, failure) -> {
            looked(look, found == null ? List.of() : found);
            if (failure == null) {
                look.complete(found);
            } else {
                look.completeExceptionally(failure);
            }
        });
        return look;
    }

    @SuppressWarnings("ReferenceEquality") // futures are told apart by identity
    private synchronized void looked(CompletableFuture<List<EventEnvelope>> look, List<EventEnvelope> found) {
        if (looking != look) {
            return;
        }
        looking = null;
        long now = System.nanoTime();
        found.forEach(row -> rows.addLast(new Row(row, now)));
        to = found.isEmpty() ? to : position(found.getLast());
        while (!rows.isEmpty() && (rows.size() > MOST || now - rows.getFirst().readAt() > KEPT.toNanos())) {
            from = rows.removeFirst().position();
        }
    }
}
