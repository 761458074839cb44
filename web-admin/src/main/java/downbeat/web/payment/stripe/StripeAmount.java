package downbeat.web.payment.stripe;

import downbeat.kernel.Money;
import java.util.Locale;
import java.util.Set;

/** Stripe counts in the minor unit of a currency too, but gives a hundredth to two that have none any more. */
final class StripeAmount {
    private static final Set<String> WITH_A_HUNDREDTH = Set.of("ISK", "UGX");

    private StripeAmount() {}

    static long of(Money money) {
        return money.minor() * scale(money.currency().getCurrencyCode());
    }

    static String currency(Money money) {
        return money.currency().getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    static Money money(long amount, String currency) {
        var code = currency.toUpperCase(Locale.ROOT);
        return Money.of(amount / scale(code), code);
    }

    private static int scale(String code) {
        return WITH_A_HUNDREDTH.contains(code) ? 100 : 1;
    }
}
