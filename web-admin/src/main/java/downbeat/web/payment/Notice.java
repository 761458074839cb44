package downbeat.web.payment;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.kernel.Money;

/** What the provider tells. */
public sealed interface Notice {
    /** Names it: the provider tells the same again under the same name. */
    String event();

    /** What kind of thing it is, in the provider's words. */
    String type();

    /** Somebody has paid. */
    record Paid(String event, String type, String checkout, DropId drop, ClaimId claim, PaymentId payment, Money amount)
            implements Notice {}

    /**
     * A refund was made and has failed since: the money is back at the provider.
     *
     * @param due as it was named when it was asked for
     * @param reason in the provider's words, 1 to 80 small letters and underscores
     */
    record RefundFailed(String event, String type, String due, String reason) implements Notice {}

    /** Nothing that anybody here has to act upon. */
    record Other(String event, String type) implements Notice {}

    /** A reader of what the provider sends. */
    @FunctionalInterface
    interface Reader {
        /**
         * @param body as it came, to the byte
         * @throws Forged unless the provider has signed it, and lately
         */
        Notice read(byte[] body, String signature) throws Forged;
    }
}
