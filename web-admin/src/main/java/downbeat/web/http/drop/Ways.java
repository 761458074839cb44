package downbeat.web.http.drop;

import downbeat.drops.domain.claim.ClaimId;
import downbeat.web.drop.PickupCodes;
import java.util.Map;

/**
 * What takes a member from a claim to its units.
 *
 * @param checkouts the pages on which held claims are paid
 */
record Ways(PickupCodes codes, Map<ClaimId, String> checkouts) {
    Ways {
        checkouts = Map.copyOf(checkouts);
    }
}
