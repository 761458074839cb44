package downbeat.web.http.drop;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.Phase;
import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.entity.ClaimCard;
import downbeat.drops.entity.DropCard;
import downbeat.drops.view.DropBoard;
import downbeat.kernel.ClassId;
import downbeat.web.http.drop.DropShelf.Found;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Gathering;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Paging;
import downbeat.web.http.resource.MoneyJson;
import downbeat.web.http.resource.PageJson;
import downbeat.web.http.resource.Shelf;
import downbeat.web.identity.view.MemberNames;
import downbeat.web.payment.Refunds;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Lists of drops and claims, and how drops go. */
public final class DropListOperations {
    private final DropShelf shelf;
    private final Shelf classes;
    private final DropBoard board;
    private final Forecasts forecasts;
    private final MemberNames names;
    private final Refunds refunds;
    private final Paging paging;
    private final Executor blocking;

    public DropListOperations(
            DropShelf shelf,
            Shelf classes,
            DropBoard board,
            Forecasts forecasts,
            MemberNames names,
            Refunds refunds,
            Paging paging,
            Executor blocking) {
        this.shelf = shelf;
        this.classes = classes;
        this.board = board;
        this.forecasts = forecasts;
        this.names = names;
        this.refunds = refunds;
        this.paging = paging;
        this.blocking = blocking;
    }

    /** A drop in a list. */
    record DropRowJson(
            String dropId,
            String title,
            String phase,
            @Nullable String classId,
            @Nullable Instant openedAt,
            int left) {
        static DropRowJson of(DropId id, DropCard card) {
            return new DropRowJson(
                    id.value(),
                    card.details().title(),
                    card.phase().name(),
                    card.details().linkedClass().map(ClassId::value).orElse(null),
                    card.openedAt().orElse(null),
                    card.points().stream()
                            .flatMap(point -> point.left().values().stream())
                            .mapToInt(Integer::intValue)
                            .sum());
        }
    }

    /** A claim as the trainer sees it. */
    record ClaimRowJson(
            String claimId,
            String name,
            String bundle,
            String bundleName,
            int units,
            String point,
            MoneyJson price,
            String settlement,
            String status,
            int left,
            @Nullable String cause,
            Instant at) {}

    public List<Operation> operations() {
        return List.of(
                Operation.get("listMyDrops", "/api/v1/me/drops", Access.TRAINER, this::own)
                        .knowing("cursor"),
                Operation.get("listDropsOfClass", "/api/v1/classes/{id}/drops", Access.ANYONE, this::ofClass),
                Operation.get("listClaims", DropOperations.ONE + "/claims", Access.OWNER, this::claims)
                        .knowing("cursor"),
                Operation.get("showDropFigures", DropOperations.ONE + "/figures", Access.OWNER, this::figures));
    }

    private CompletionStage<Answer> own(Call call) {
        return waiting(() -> board.byTrainer(call.me().account())).thenCompose(ids -> {
            var page = paging.of(call, "my-drops", ids, DropId::value);
            return Gathering.each(
                            page.rows(),
                            id -> shelf.show(call, id).thenApply(card -> card.map(it -> DropRowJson.of(id, it))))
                    .thenApply(rows -> Answer.ok(new PageJson<>(rows, page.next())));
        });
    }

    private CompletionStage<Answer> ofClass(Call call) {
        return classes.visible(call)
                .thenCompose(found -> waiting(() -> board.ofClass(found.id())))
                .thenCompose(ids -> Gathering.each(
                        ids,
                        drop -> shelf.show(call, drop)
                                .thenCompose(card -> shown(drop, card.filter(DropListOperations::isPublic), call))))
                .thenApply(rows -> Answer.ok(PageJson.last(rows)));
    }

    private CompletionStage<Optional<DropJson>> shown(DropId id, Optional<DropCard> card, Call call) {
        return card.map(it -> shelf.json(new Found(id, it), call).thenApply(Optional::of))
                .orElseGet(() -> CompletableFuture.completedStage(Optional.empty()));
    }

    private static boolean isPublic(DropCard card) {
        return card.phase() != Phase.DRAFT && card.phase() != Phase.CANCELLED;
    }

    private CompletionStage<Answer> claims(Call call) {
        return shelf.own(call)
                .thenApplyAsync(
                        found -> {
                            var page = paging.of(
                                    call,
                                    "claims-" + found.id().value(),
                                    found.card().claims(),
                                    it -> it.id().value());
                            var known = names.of(page.rows().stream()
                                    .map(ClaimCard::who)
                                    .distinct()
                                    .toList());
                            return Answer.ok(new PageJson<>(
                                    page.rows().stream()
                                            .map(it -> row(found.card(), it, known.getOrDefault(it.who(), "")))
                                            .toList(),
                                    page.next()));
                        },
                        blocking);
    }

    private static ClaimRowJson row(DropCard card, ClaimCard claim, String name) {
        var order = claim.order();
        return new ClaimRowJson(
                claim.id().value(),
                name,
                order.bundle().value(),
                card.details().bundle(order.bundle()).map(Bundle::name).orElse(""),
                order.units(),
                order.point().value(),
                MoneyJson.of(claim.price()),
                claim.settlement().name(),
                claim.status().name(),
                claim.left(),
                claim.cause().map(Enum::name).orElse(null),
                claim.at());
    }

    private CompletionStage<Answer> figures(Call call) {
        return shelf.own(call)
                .thenCompose(found -> forecasts
                        .of(found)
                        .thenApplyAsync(
                                ahead -> Answer.ok(FiguresJson.of(
                                        found.card(),
                                        board.repeat(found.id()),
                                        pace(found),
                                        refunds.failed(found.id()),
                                        ahead)),
                                blocking));
    }

    private List<Integer> pace(Found found) {
        Duration span = found.card().details().timing().openFor();
        return found.card()
                .openedAt()
                .map(at -> board.pace(found.id(), at, span))
                .orElse(List.of());
    }

    private <T> CompletionStage<T> waiting(Supplier<T> finder) {
        return CompletableFuture.supplyAsync(finder, blocking);
    }
}
