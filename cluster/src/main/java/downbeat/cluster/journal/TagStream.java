package downbeat.cluster.journal;

import akka.NotUsed;
import akka.japi.Pair;
import akka.japi.pf.PFBuilder;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.Offset;
import akka.persistence.query.Sequence;
import akka.projection.ProjectionId;
import akka.projection.javadsl.SourceProvider;
import akka.stream.javadsl.Source;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** The rows of one tag from a position on, without end, as they become trustworthy. */
final class TagStream extends SourceProvider<Offset, EventEnvelope> {

    private final TagTail tail;
    private final JournalPulse pulse;
    private final ProjectionId id;
    private final String tag;
    private final Stumbles stumbles;

    /** @param id of the projection; its key is the tag */
    TagStream(TagTail tail, JournalPulse pulse, ProjectionId id, Stumbles stumbles) {
        this.tail = tail;
        this.pulse = pulse;
        this.id = id;
        this.tag = id.key();
        this.stumbles = stumbles;
    }

    @Override
    public CompletionStage<Source<EventEnvelope, NotUsed>> source(Supplier<CompletionStage<Optional<Offset>>> offset) {
        return offset.get()
                .thenApply(
                        start -> from(start.map(it -> ((Sequence) it).value()).orElse(0L)));
    }

    /** At first, and where there is more than one look shows, it looks at once. */
    private Source<EventEnvelope, NotUsed> from(long start) {
        AtomicLong position = new AtomicLong(start);
        return Source.unfoldAsync(
                        TagTail.MOST,
                        before -> worthALook(before)
                                .thenCompose(now -> tail.after(position.get()))
                                .thenApply(rows -> {
                                    if (!rows.isEmpty()) {
                                        position.set(TagTail.position(rows.getLast()));
                                    }
                                    return Optional.of(Pair.create(rows.size(), rows));
                                }))
                .<EventEnvelope>mapConcat(rows -> rows)
                .mapError(new PFBuilder<Throwable, Throwable>()
                        .matchAny(failure -> unread(position, failure))
                        .build());
    }

    private CompletionStage<Void> worthALook(int before) {
        return before >= TagTail.MOST ? CompletableFuture.completedFuture(null) : pulse.worthALook(tag);
    }

    private Throwable unread(AtomicLong position, Throwable failure) {
        stumbles.unread(id, "Sequence(" + position + ")", failure);
        return failure;
    }

    @Override
    public Offset extractOffset(EventEnvelope row) {
        return row.offset();
    }

    @Override
    public long extractCreationTime(EventEnvelope row) {
        return row.timestamp();
    }
}
