package downbeat.popups.series.entity;

import downbeat.cluster.entity.Aggregate;
import downbeat.cluster.entity.AggregateClient;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.kernel.Outcome;
import downbeat.popups.series.domain.Series;
import downbeat.popups.series.domain.SeriesCommand;
import downbeat.popups.series.domain.SeriesDecider;
import downbeat.popups.series.domain.SeriesEvent;
import downbeat.popups.series.domain.SeriesId;
import downbeat.popups.series.domain.SeriesRefusal;
import downbeat.popups.series.domain.SeriesReply;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** All series, wherever in the cluster they live. */
public final class AllSeries {
    public static final Aggregate<SeriesCommand, SeriesEvent, Series, SeriesReply, SeriesCard> AGGREGATE =
            new Aggregate<>(
                    "series",
                    SeriesCommand.class,
                    SeriesEvent.class,
                    Series.class,
                    SeriesReply.class,
                    SeriesCard.class,
                    SeriesRefusal.class,
                    new SeriesDecider(),
                    AllSeries::card);

    private final AggregateClient<SeriesId, SeriesCommand, SeriesReply, SeriesCard> client;

    public AllSeries(AggregateClient<SeriesId, SeriesCommand, SeriesReply, SeriesCard> client) {
        this.client = client;
    }

    public CompletionStage<Outcome<SeriesReply>> ask(SeriesId id, SeriesCommand command) {
        return client.ask(id, command);
    }

    public CompletionStage<Outcome<SeriesReply>> ask(SeriesId id, SeriesCommand command, IdempotencyKey key) {
        return client.ask(id, command, key);
    }

    /** Empty when there is no such series. */
    public CompletionStage<Optional<SeriesCard>> show(SeriesId id) {
        return client.show(id);
    }

    private static Optional<SeriesCard> card(Series state) {
        return state instanceof Series.Begun begun
                ? Optional.of(new SeriesCard(
                        begun.organizer(), begun.first(), begun.plan(), begun.looks(), begun.dates(), begun.round()))
                : Optional.empty();
    }
}
