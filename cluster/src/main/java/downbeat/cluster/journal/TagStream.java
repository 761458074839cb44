package downbeat.cluster.journal;

import akka.NotUsed;
import akka.actor.typed.ActorSystem;
import akka.japi.pf.PFBuilder;
import akka.persistence.jdbc.query.javadsl.JdbcReadJournal;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.Offset;
import akka.persistence.query.PersistenceQuery;
import akka.projection.ProjectionId;
import akka.projection.javadsl.SourceProvider;
import akka.stream.javadsl.Source;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The rows of one tag from a position on, without end, as they become trustworthy. */
final class TagStream extends SourceProvider<Offset, EventEnvelope> {

    private final JdbcReadJournal journal;
    private final JournalPulse pulse;
    private final ProjectionId id;
    private final String tag;
    private final Stumbles stumbles;

    /** @param id of the projection; its key is the tag */
    TagStream(ActorSystem<?> system, JournalPulse pulse, ProjectionId id, Stumbles stumbles) {
        this.journal =
                PersistenceQuery.get(system).getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier());
        this.pulse = pulse;
        this.id = id;
        this.tag = id.key();
        this.stumbles = stumbles;
    }

    @Override
    public CompletionStage<Source<EventEnvelope, NotUsed>> source(Supplier<CompletionStage<Optional<Offset>>> offset) {
        return offset.get().thenApply(start -> from(start.orElse(Offset.noOffset())));
    }

    private Source<EventEnvelope, NotUsed> from(Offset start) {
        AtomicReference<Offset> position = new AtomicReference<>(start);
        return Source.single(NotUsed.notUsed())
                .concat(Source.repeat(NotUsed.notUsed())
                        .mapAsync(1, it -> pulse.worthALook(tag).thenApply(x -> it)))
                .flatMapConcat(
                        it -> journal.currentEventsByTag(tag, position.get()).map(row -> {
                            position.set(row.offset());
                            return row;
                        }))
                .mapError(new PFBuilder<Throwable, Throwable>()
                        .matchAny(failure -> unread(position, failure))
                        .build());
    }

    private Throwable unread(AtomicReference<Offset> position, Throwable failure) {
        stumbles.unread(id, String.valueOf(position.get()), failure);
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
