package downbeat.web.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Refund;
import com.stripe.net.RequestOptions;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.kernel.Money;
import downbeat.web.payment.Bill;
import downbeat.web.payment.Checkout;
import downbeat.web.payment.ProviderFailed;
import java.time.Duration;

/** Stripe Checkout, through Stripe's own library. */
public final class StripeCheckout implements Checkout {
    /**
     * A checkout at Stripe lives 30 minutes at least. It is closed when the hold ends; where that fails, this is its end. It follows
     * from the hold alone, since a request that comes again must be the same.
     */
    static final Duration AFTER_HOLD = Duration.ofMinutes(31);

    private static final long LONGEST_LIST = 100;

    private final StripeClient stripe;

    public StripeCheckout(StripeSettings settings) {
        int patience = Math.toIntExact(settings.patience().toMillis());
        var builder = StripeClient.builder()
                .setApiKey(settings.secretKey())
                .setConnectTimeout(patience)
                .setReadTimeout(patience)
                .setMaxNetworkRetries(0);
        if (!settings.apiBase().isBlank()) {
            builder.setApiBase(settings.apiBase().replaceFirst("/+$", ""));
        }
        stripe = builder.build();
    }

    @Override
    public Opened open(Bill bill) throws ProviderFailed {
        try {
            var session = stripe.checkout()
                    .sessions()
                    .create(
                            session(bill),
                            key("checkout-" + bill.drop().value() + "-"
                                    + bill.claim().value()));
            return new Opened(session.getId(), session.getUrl());
        } catch (StripeException e) {
            throw failed(e);
        }
    }

    private static SessionCreateParams session(Bill bill) {
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(bill.drop().value() + "." + bill.claim().value())
                .putMetadata("drop", bill.drop().value())
                .putMetadata("claim", bill.claim().value())
                .setSuccessUrl(bill.back())
                .setCancelUrl(bill.back())
                .setExpiresAt(bill.heldUntil().plus(AFTER_HOLD).getEpochSecond())
                .addLineItem(LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(PriceData.builder()
                                .setCurrency(StripeAmount.currency(bill.amount()))
                                .setUnitAmount(StripeAmount.of(bill.amount()))
                                .setProductData(PriceData.ProductData.builder()
                                        .setName(bill.description())
                                        .build())
                                .build())
                        .build())
                .build();
    }

    /** Stripe answers 400 to the closing of what is not open: it is over already. */
    @Override
    public void close(String checkout) throws ProviderFailed {
        try {
            stripe.checkout().sessions().expire(checkout);
        } catch (StripeException e) {
            if (status(e) != 400 && status(e) != 404) {
                throw failed(e);
            }
        }
    }

    /** The provider forgets keys after a day: what was tried before is looked for first. */
    @Override
    public void refund(String due, PaymentId payment, Money amount, boolean again) throws ProviderFailed {
        try {
            if (again && isThere(due, payment)) {
                return;
            }
            stripe.refunds()
                    .create(
                            RefundCreateParams.builder()
                                    .setPaymentIntent(payment.value())
                                    .setAmount(StripeAmount.of(amount))
                                    .putMetadata("due", due)
                                    .build(),
                            key("refund-" + due));
        } catch (StripeException e) {
            if (!"charge_already_refunded".equals(e.getCode())) {
                throw failed(e);
            }
        }
    }

    private boolean isThere(String due, PaymentId payment) throws StripeException {
        var list = stripe.refunds()
                .list(RefundListParams.builder()
                        .setPaymentIntent(payment.value())
                        .setLimit(LONGEST_LIST)
                        .build());
        for (Refund refund : list.getData()) {
            if (refund.getMetadata() != null && due.equals(refund.getMetadata().get("due"))) {
                return true;
            }
        }
        return false;
    }

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }

    private static int status(StripeException e) {
        return e.getStatusCode() == null ? 0 : e.getStatusCode();
    }

    /** The provider's own words may hold parts of a key: they stay out. */
    private static ProviderFailed failed(StripeException e) {
        return new ProviderFailed("Stripe " + (status(e) == 0 ? "cannot be reached" : "answered " + status(e)) + " ("
                + e.getClass().getSimpleName() + ", " + e.getCode() + ").");
    }
}
