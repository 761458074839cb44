package downbeat.popups.series.reaction;

import akka.Done;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.reaction.Reaction;
import downbeat.kernel.Outcome;
import downbeat.popups.series.domain.Result;
import downbeat.popups.series.domain.SeriesCommand.Note;
import downbeat.popups.series.domain.SeriesDate;
import downbeat.popups.series.domain.SeriesEvent;
import downbeat.popups.series.domain.SeriesEvent.DateMoved;
import downbeat.popups.series.domain.SeriesEvent.DatesDone;
import downbeat.popups.series.domain.SeriesEvent.RoundBegun;
import downbeat.popups.series.domain.SeriesEvent.SeriesBegun;
import downbeat.popups.series.domain.SeriesId;
import downbeat.popups.series.entity.AllSeries;
import downbeat.popups.series.entity.SeriesCard;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes a round through its dates, some at once, and tells the series how far it has come. After a crash the same round
 * comes again and goes on where it was: what was done but not yet noted is done again and comes to the same.
 */
public final class RunRounds implements Reaction<SeriesEvent> {
    /** At once: enough to keep the journal busy, few enough to see the round go on. */
    private static final int AT_ONCE = 25;

    private final AllSeries series;
    private final Handwork handwork;

    public RunRounds(AllSeries series, Handwork handwork) {
        this.series = series;
        this.handwork = handwork;
    }

    @Override
    public String name() {
        return "run-rounds";
    }

    @Override
    public CompletionStage<Done> on(Recorded<SeriesEvent> fact) {
        return switch (fact.event()) {
            case RoundBegun e -> goOn(new SeriesId(fact.entityId()), e.number());
            case SeriesBegun e -> CompletableFuture.completedFuture(Done.getInstance());
            case DatesDone e -> CompletableFuture.completedFuture(Done.getInstance());
            case DateMoved e -> CompletableFuture.completedFuture(Done.getInstance());
        };
    }

    private CompletionStage<Done> goOn(SeriesId id, int round) {
        return series.show(id).thenCompose(found -> {
            var next = found.filter(card -> card.round().number() == round).map(RunRounds::next);
            return next.filter(dates -> !dates.isEmpty())
                    .map(dates -> some(id, found.orElseThrow(), dates).thenCompose(done -> goOn(id, round)))
                    .orElseGet(() -> CompletableFuture.completedFuture(Done.getInstance()));
        });
    }

    private static List<SeriesDate> next(SeriesCard card) {
        var open = new HashSet<>(card.round().open());
        return card.dates().stream()
                .filter(date -> open.contains(date.date()))
                .limit(AT_ONCE)
                .toList();
    }

    private CompletionStage<Done> some(SeriesId id, SeriesCard card, List<SeriesDate> dates) {
        var results = dates.stream()
                .map(date -> handwork.on(id, card, date)
                        .thenApply(trouble -> new Result(date.date(), trouble))
                        .toCompletableFuture())
                .toList();
        return CompletableFuture.allOf(results.toArray(CompletableFuture[]::new))
                .thenCompose(all -> series.ask(
                        id,
                        new Note(
                                card.round().number(),
                                results.stream().map(CompletableFuture::join).toList())))
                .thenApply(RunRounds::noted);
    }

    private static <R> Done noted(Outcome<R> outcome) {
        return outcome.fold(reply -> Done.getInstance(), refusal -> {
            throw new IllegalStateException("a series takes every note of its rounds, but: " + refusal.detail());
        });
    }
}
