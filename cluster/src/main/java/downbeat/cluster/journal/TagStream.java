package downbeat.cluster.journal;

import akka.NotUsed;
import akka.actor.typed.ActorSystem;
import akka.persistence.jdbc.query.javadsl.JdbcReadJournal;
import akka.persistence.query.EventEnvelope;
import akka.persistence.query.Offset;
import akka.persistence.query.PersistenceQuery;
import akka.projection.javadsl.SourceProvider;
import akka.stream.javadsl.Source;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The rows of one tag from a position on, without end, as they become trustworthy. */
public final class TagStream extends SourceProvider<Offset, EventEnvelope> {

    private final JdbcReadJournal journal;
    private final JournalPulse pulse;
    private final String tag;

    public TagStream(ActorSystem<?> system, JournalPulse pulse, String tag) {
        this.journal =
                PersistenceQuery.get(system).getReadJournalFor(JdbcReadJournal.class, JdbcReadJournal.Identifier());
        this.pulse = pulse;
        this.tag = tag;
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
                        }));
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
