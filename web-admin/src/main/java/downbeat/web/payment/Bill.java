package downbeat.web.payment;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.kernel.Money;
import java.time.Instant;

/**
 * What a member is asked to pay for a claim that is held, or about to be.
 *
 * @param amount of all units together
 * @param description what is paid for, 1 to 250 characters
 * @param heldUntil no hold of the claim ends later
 * @param back where the member comes back to, paid or not
 */
public record Bill(DropId drop, ClaimId claim, Money amount, String description, Instant heldUntil, String back) {}
