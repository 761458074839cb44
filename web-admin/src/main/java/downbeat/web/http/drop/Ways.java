package downbeat.web.http.drop;

import downbeat.drops.domain.claim.ClaimId;
import downbeat.web.drop.PickupCodes;
import java.util.Map;
import java.util.Set;

/**
 * What takes a member from a claim to its units.
 *
 * @param payments those of the claims
 */
record Ways(PickupCodes codes, Payments payments) {
    /**
     * Where claims are paid, and which are not paid back.
     *
     * @param checkouts the pages on which held claims are paid
     * @param refundsFailed whose money was given back and did not arrive
     */
    record Payments(Map<ClaimId, String> checkouts, Set<ClaimId> refundsFailed) {
        static final Payments NONE = new Payments(Map.of(), Set.of());

        Payments {
            checkouts = Map.copyOf(checkouts);
            refundsFailed = Set.copyOf(refundsFailed);
        }
    }
}
