package downbeat.web.http.drop;

import downbeat.drops.domain.DropDetails;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.domain.point.PickupWindow;
import downbeat.drops.entity.ClaimCard;
import downbeat.web.http.resource.MoneyJson;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim as its member sees it.
 *
 * @param until when it ends by itself, while it is held or offered
 * @param left units that are still to be handed over
 * @param code to be said at the counter, while there is something to collect
 * @param picture where its QR code is
 * @param checkout of the page on which it is paid, while it is held for that
 * @param refundFailed whether what it was paid with could not be given back, and nobody has done so another way
 * @param pointClosed why nothing is collected at its point any more
 */
record ClaimJson(
        String claimId,
        String dropId,
        String bundle,
        String bundleName,
        int units,
        String point,
        String pointName,
        @Nullable WindowJson window,
        MoneyJson price,
        String settlement,
        String status,
        @Nullable Instant until,
        int left,
        @Nullable String code,
        @Nullable String picture,
        @Nullable String cause,
        @Nullable String pointClosed,
        @Nullable String checkout,
        boolean refundFailed,
        Instant at) {

    /** @param left claims that can still be collected in it; only where a window is to be chosen */
    record WindowJson(
            String id,
            String start,
            String end,
            @Nullable Integer capacity,
            @Nullable Integer left) {
        static WindowJson of(CollectionPoint point, PickupWindow window) {
            return new WindowJson(
                    window.id().value(),
                    point.localText(window.time().start()),
                    point.localText(window.time().end()),
                    null,
                    null);
        }
    }

    static ClaimJson of(DropId drop, DropDetails details, ClaimCard card, Optional<String> closed, Ways ways) {
        var order = card.order();
        var point = details.point(order.point());
        var code = ways.codes().of(drop, card.id());
        boolean collectable = card.status().collectable() && !order.point().online();
        return new ClaimJson(
                card.id().value(),
                drop.value(),
                order.bundle().value(),
                details.bundle(order.bundle()).map(Bundle::name).orElse(""),
                order.units(),
                order.point().value(),
                point.map(CollectionPoint::name).orElse(""),
                window(point, order),
                MoneyJson.of(card.price()),
                card.settlement().name(),
                card.status().name(),
                card.until().orElse(null),
                card.status() == Status.RELEASED ? 0 : card.left(),
                collectable ? code.shown() : null,
                collectable ? picture(drop, card) : null,
                card.cause().map(Cause::name).orElse(null),
                collectable ? closed.orElse(null) : null,
                card.status() == Status.HELD ? ways.payments().checkouts().get(card.id()) : null,
                ways.payments().refundsFailed().contains(card.id()),
                card.at());
    }

    private static String picture(DropId drop, ClaimCard card) {
        return DropOperations.ALL + "/" + drop.value() + "/claims/" + card.id().value() + "/picture";
    }

    private static @Nullable WindowJson window(Optional<CollectionPoint> point, Order order) {
        return point.flatMap(at -> order.window().flatMap(at::window).map(window -> WindowJson.of(at, window)))
                .orElse(null);
    }
}
