package downbeat.web.http.drop;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.entity.DropCard;
import downbeat.drops.view.DropBoard;
import downbeat.popups.domain.PopUpId;
import downbeat.web.drop.PickupCode;
import downbeat.web.drop.PickupCodes;
import downbeat.web.http.operation.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Which drops are collected at a point, and which of them a pickup code means. */
final class Collected {
    private final DropShelf drops;
    private final DropBoard board;
    private final PickupCodes codes;
    private final Executor blocking;

    Collected(DropShelf drops, DropBoard board, Executor blocking) {
        this.drops = drops;
        this.board = board;
        this.codes = drops.codes();
        this.blocking = blocking;
    }

    /** The pop-up of the path as a collection point. */
    static PointId point(Call call) {
        return new PointId(call.id("id", PopUpId::new).value());
    }

    CompletionStage<List<DropId>> at(PointId point) {
        return CompletableFuture.supplyAsync(() -> board.at(point), blocking);
    }

    /** The same with what they show, the newest first. */
    CompletionStage<Map<DropId, DropCard>> shownAt(PointId point) {
        return at(point).thenCompose(ids -> {
            CompletionStage<Map<DropId, DropCard>> all = CompletableFuture.completedStage(new LinkedHashMap<>());
            for (var id : ids) {
                all = all.thenCombine(drops.show(id), (found, card) -> {
                    card.ifPresent(it -> found.put(id, it));
                    return found;
                });
            }
            return all;
        });
    }

    /** The drop whose claim a code is: one of these, or one collected elsewhere that the code names. */
    Optional<DropId> meant(List<DropId> here, PickupCode code) {
        return here.stream()
                .filter(id -> codes.fits(code, id))
                .findFirst()
                .or(() -> code.drop().filter(id -> codes.fits(code, id)));
    }
}
