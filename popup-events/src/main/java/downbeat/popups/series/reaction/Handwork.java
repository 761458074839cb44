package downbeat.popups.series.reaction;

import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.Outdated;
import downbeat.cluster.entity.Seen;
import downbeat.kernel.Outcome;
import downbeat.kernel.Refusal;
import downbeat.popups.domain.Phase;
import downbeat.popups.domain.PopUpCommand;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.PopUpReply;
import downbeat.popups.domain.door.Door;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.PopUps;
import downbeat.popups.series.domain.SeriesDate;
import downbeat.popups.series.domain.SeriesId;
import downbeat.popups.series.domain.Task;
import downbeat.popups.series.domain.Trouble;
import downbeat.popups.series.entity.SeriesCard;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Does to one pop-up of a series what the round is about. Doing it twice comes to the same as doing it once. */
public final class Handwork {
    private final PopUps popUps;

    public Handwork(PopUps popUps) {
        this.popUps = popUps;
    }

    /**
     * Empty when the pop-up is as it was asked for. A stage that fails is to be asked again; what no pop-up can say would
     * fail for ever and hold up all that follows, so it is the trouble of its date.
     */
    CompletionStage<Optional<Trouble>> on(SeriesId id, SeriesCard series, SeriesDate date) {
        try {
            return work(id, series, date);
        } catch (IllegalArgumentException impossible) {
            var detail = "This date cannot be: " + impossible.getMessage() + ".";
            return CompletableFuture.completedStage(
                    Optional.of(new Trouble("impossible-date", detail, Optional.empty())));
        }
    }

    private CompletionStage<Optional<Trouble>> work(SeriesId id, SeriesCard series, SeriesDate date) {
        return switch (series.round().task()) {
            case Task.Make make -> make(id, series, date);
            case Task.Publish publish ->
                touch(
                        date,
                        card -> card.phase() == Phase.DRAFT
                                ? popUps.publish(date.popUp()).thenApply(Handwork::trouble)
                                : fine());
            case Task.Cancel cancel ->
                touch(
                        date,
                        card -> card.phase() == Phase.CANCELLED
                                ? fine()
                                : popUps.ask(date.popUp(), new PopUpCommand.Cancel(cancel.reason()))
                                        .thenApply(Handwork::trouble));
            case Task.Alike alike ->
                touch(
                        date,
                        card -> alike(
                                series,
                                date,
                                card,
                                alike.template().at(date.start()).details()));
        };
    }

    /** A door that is as every door begins needs not be set up. */
    private CompletionStage<Optional<Trouble>> make(SeriesId id, SeriesCard series, SeriesDate date) {
        var wanted = series.given(date).orElseGet(series::template).at(date.start());
        var drafted = popUps.ask(
                date.popUp(), new PopUpCommand.Draft(series.organizer(), wanted.details()), key(id, date, "draft"));
        if (wanted.gates().equals(Door.USUAL.gates())) {
            return drafted.thenApply(Handwork::trouble);
        }
        return drafted.thenCompose(outcome -> trouble(outcome)
                .<CompletionStage<Optional<Trouble>>>map(it -> CompletableFuture.completedStage(Optional.of(it)))
                .orElseGet(() -> popUps.ask(
                                date.popUp(), new PopUpCommand.SetGates(wanted.gates()), key(id, date, "gates"))
                        .thenApply(Handwork::trouble)));
    }

    private static IdempotencyKey key(SeriesId id, SeriesDate date, String step) {
        return new IdempotencyKey("series." + id.value() + "." + date.date() + "." + date.start() + "." + step);
    }

    /** What somebody has changed by hand since the series last gave it its look is left as it is. */
    private CompletionStage<Optional<Trouble>> alike(
            SeriesCard series, SeriesDate date, PopUpCard card, PopUpDetails wanted) {
        if (card.details().equals(wanted)) {
            return fine();
        }
        boolean untouched = series.given(date)
                .filter(look -> look.at(date.start()).details().equals(card.details()))
                .isPresent();
        return untouched
                ? popUps.ask(date.popUp(), new PopUpCommand.Edit(wanted), Seen.of(card.said()))
                        .thenApply(Handwork::trouble)
                : CompletableFuture.completedStage(Optional.of(Trouble.CHANGED_BY_HAND));
    }

    private CompletionStage<Optional<Trouble>> touch(
            SeriesDate date, Function<PopUpCard, CompletionStage<Optional<Trouble>>> work) {
        return popUps.show(date.popUp())
                .thenCompose(found -> found.map(work)
                        .orElseThrow(() -> new IllegalStateException("a made pop-up is there: " + date.popUp())));
    }

    private static CompletionStage<Optional<Trouble>> fine() {
        return CompletableFuture.completedStage(Optional.empty());
    }

    private static Optional<Trouble> trouble(Outcome<PopUpReply> outcome) {
        return outcome.fold(reply -> Optional.empty(), refusal -> Optional.of(named(refusal)));
    }

    /** Somebody was quicker than the round. */
    private static Trouble named(Refusal refusal) {
        return refusal instanceof Outdated ? Trouble.CHANGED_BY_HAND : Trouble.of(refusal);
    }
}
