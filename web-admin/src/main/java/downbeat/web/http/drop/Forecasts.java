package downbeat.web.http.drop;

import downbeat.classes.domain.Phase;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.entity.LiveClasses;
import downbeat.drops.domain.DropId;
import downbeat.drops.entity.DropCard;
import downbeat.drops.entity.Forecast;
import downbeat.drops.view.DropBoard;
import downbeat.web.http.drop.DropShelf.Found;
import downbeat.web.http.operation.Gathering;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Looks ahead for a drop that has not opened, by the trainer's earlier ones and the bookings of its class. */
public final class Forecasts {
    private final DropShelf shelf;
    private final LiveClasses classes;
    private final DropBoard board;
    private final Executor blocking;

    public Forecasts(DropShelf shelf, LiveClasses classes, DropBoard board, Executor blocking) {
        this.shelf = shelf;
        this.classes = classes;
        this.board = board;
        this.blocking = blocking;
    }

    /** Empty once it has opened, without a class that is to come, and for a trainer's first drop. */
    CompletionStage<Optional<Forecast>> of(Found found) {
        var card = found.card();
        boolean ahead = switch (card.phase()) {
            case DRAFT, ANNOUNCED -> true;
            case OPEN, CLOSED, CANCELLED -> false;
        };
        var linked = card.details().linkedClass();
        if (!ahead || linked.isEmpty()) {
            return nothing();
        }
        return classes.show(linked.get())
                .thenCompose(it -> it.filter(Forecasts::isToCome)
                        .map(to -> past(found).thenApply(past -> Forecast.of(past, booked(to))))
                        .orElseGet(Forecasts::nothing));
    }

    private static boolean isToCome(ClassCard card) {
        return card.phase() != Phase.ENDED && card.phase() != Phase.CANCELLED;
    }

    private static int booked(ClassCard card) {
        return card.online().booked() + card.inRoom().booked();
    }

    private CompletionStage<List<Forecast.Past>> past(Found found) {
        return CompletableFuture.supplyAsync(() -> board.byTrainer(found.card().trainer()), blocking)
                .thenCompose(ids -> Gathering.each(
                        ids.stream()
                                .filter(id -> !id.equals(found.id()))
                                .limit(3L * Forecast.MOST)
                                .toList(),
                        this::past))
                .thenApply(all -> all.stream().limit(Forecast.MOST).toList());
    }

    private CompletionStage<Optional<Forecast.Past>> past(DropId id) {
        return shelf.show(id).thenApply(card -> card.filter(Forecasts::isOver).flatMap(Forecast.Past::of));
    }

    private static boolean isOver(DropCard card) {
        return card.phase() == downbeat.drops.domain.Phase.CLOSED;
    }

    private static <T> CompletionStage<Optional<T>> nothing() {
        return CompletableFuture.completedStage(Optional.empty());
    }
}
