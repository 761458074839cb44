package downbeat.web.asset;

import akka.Done;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.reaction.Reaction;
import downbeat.popups.series.domain.Result;
import downbeat.popups.series.domain.SeriesDate;
import downbeat.popups.series.domain.SeriesEvent;
import downbeat.popups.series.domain.SeriesEvent.DateMoved;
import downbeat.popups.series.domain.SeriesEvent.DatesDone;
import downbeat.popups.series.domain.SeriesEvent.RoundBegun;
import downbeat.popups.series.domain.SeriesEvent.SeriesBegun;
import downbeat.popups.series.domain.SeriesId;
import downbeat.popups.series.entity.AllSeries;
import downbeat.popups.series.entity.SeriesCard;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * Whenever a series has gone over a date, that gets the pictures of the pop-up which the series was made from, if nobody has ever
 * given it one or taken one away. Needs no key: what has got pictures is left alone.
 */
public final class PicturesOfSeries implements Reaction<SeriesEvent> {
    private final AllSeries series;
    private final PopUpPictures pictures;
    private final Executor blocking;

    public PicturesOfSeries(AllSeries series, PopUpPictures pictures, Executor blocking) {
        this.series = series;
        this.pictures = pictures;
        this.blocking = blocking;
    }

    @Override
    public String name() {
        return "pictures-of-series";
    }

    @Override
    public CompletionStage<Done> on(Recorded<SeriesEvent> fact) {
        return switch (fact.event()) {
            case DatesDone e -> give(new SeriesId(fact.entityId()), e.results());
            case SeriesBegun e -> nothing();
            case RoundBegun e -> nothing();
            case DateMoved e -> nothing();
        };
    }

    private CompletionStage<Done> give(SeriesId id, List<Result> results) {
        var dates = results.stream().map(Result::date).collect(Collectors.toSet());
        return series.show(id)
                .thenAcceptAsync(
                        found -> found.ifPresent(card -> card.dates().stream()
                                .filter(date -> dates.contains(date.date()) && date.made())
                                .forEach(date -> give(card, date))),
                        blocking)
                .thenApply(done -> Done.getInstance());
    }

    private void give(SeriesCard card, SeriesDate date) {
        if (!date.popUp().equals(card.first())) {
            pictures.copy(card.first(), date.popUp());
        }
    }

    private static CompletionStage<Done> nothing() {
        return CompletableFuture.completedStage(Done.getInstance());
    }
}
