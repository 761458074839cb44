package downbeat.web.payment.stripe;

import com.typesafe.config.Config;
import java.time.Duration;
import java.util.Optional;

/**
 * This installation's account at Stripe.
 *
 * @param apiBase where its API is; empty for the provider's own address
 * @param patience for each answer
 * @param tolerance how old a signed event may be
 */
public record StripeSettings(
        String secretKey, String webhookSecret, String apiBase, Duration patience, Duration tolerance) {

    public StripeSettings {
        if (webhookSecret.isBlank()) {
            throw new IllegalArgumentException("webhook-secret must be there, since a secret-key is given");
        }
    }

    /** Empty without a key: nothing is paid online. */
    public static Optional<StripeSettings> of(Config stripe) {
        if (stripe.getString("secret-key").isBlank()) {
            return Optional.empty();
        }
        return Optional.of(new StripeSettings(
                stripe.getString("secret-key"),
                stripe.getString("webhook-secret"),
                stripe.getString("api-base"),
                stripe.getDuration("patience"),
                stripe.getDuration("tolerance")));
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "StripeSettings[" + apiBase + "]";
    }
}
