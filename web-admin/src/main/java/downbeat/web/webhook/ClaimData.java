package downbeat.web.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.point.WindowId;
import downbeat.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A claim as a shop is told of it. Whose it is is an id, and no name.
 *
 * @param units all of the claim
 * @param window null online
 * @param price of all units
 * @param moved true where it was confirmed before and is to be collected elsewhere now
 * @param handover what was handed over just now
 * @param release what is no more
 */
@JsonInclude(Include.NON_NULL)
record ClaimData(
        String dropId,
        String claimId,
        String participant,
        String bundle,
        int units,
        String point,
        @Nullable String window,
        Amount price,
        String settlement,
        @Nullable Boolean moved,
        @Nullable HandoverData handover,
        @Nullable ReleaseData release) {

    record Amount(long minor, String currency) {
        static Amount of(Money money) {
            return new Amount(money.minor(), money.currency().getCurrencyCode());
        }
    }

    /**
     * @param units handed over now
     * @param left still to be handed over; null where that is in dispute
     * @param disputed true where a counter without a network handed over what it should not have
     */
    @JsonInclude(Include.NON_NULL)
    record HandoverData(int units, @Nullable Integer left, boolean disputed) {}

    /**
     * @param units that nobody gets any more
     * @param refund what is paid back
     */
    record ReleaseData(String cause, int units, Amount refund) {}

    static ClaimData of(DropId drop, ClaimId claim, ClaimBook.Entry entry) {
        var order = entry.order();
        return new ClaimData(
                drop.value(),
                claim.value(),
                entry.who().value(),
                order.bundle().value(),
                order.units(),
                order.point().value(),
                order.window().map(WindowId::value).orElse(null),
                Amount.of(entry.price()),
                entry.settlement().name(),
                null,
                null,
                null);
    }

    ClaimData movedElsewhere() {
        return with(true, null, null);
    }

    ClaimData handing(HandoverData now) {
        return with(null, now, null);
    }

    ClaimData releasing(Cause cause, int left, Money refund) {
        return with(null, null, new ReleaseData(cause.name(), left, Amount.of(refund)));
    }

    private ClaimData with(@Nullable Boolean elsewhere, @Nullable HandoverData now, @Nullable ReleaseData noMore) {
        return new ClaimData(
                dropId, claimId, participant, bundle, units, point, window, price, settlement, elsewhere, now, noMore);
    }
}
