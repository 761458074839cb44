package downbeat.web.payment;

import downbeat.drops.domain.claim.PaymentId;
import downbeat.kernel.Money;

/** A provider at whose pages members pay. Every call blocks; each may be made again and is then done once. */
public interface Checkout {
    /**
     * Where a claim is paid.
     *
     * @param id names the checkout as the provider does
     * @param url of the page on which the member pays
     */
    record Opened(String id, String url) {}

    Opened open(Bill bill) throws ProviderFailed;

    /** Closes a checkout that is still open: nobody can pay there any more. One that is over already stays as it is. */
    void close(String checkout) throws ProviderFailed;

    /**
     * Gives money back.
     *
     * @param due names what is owed: the same is given back once
     * @param again whether it was tried before and nobody knows what became of it
     */
    void refund(String due, PaymentId payment, Money amount, boolean again) throws ProviderFailed;
}
