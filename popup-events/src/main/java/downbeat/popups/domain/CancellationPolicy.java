package downbeat.popups.domain;

import downbeat.kernel.Money;
import downbeat.kernel.bound.Bounds;
import java.time.Duration;
import java.time.Instant;

/**
 * What somebody gets back who gives a ticket back.
 *
 * @param early 0 to 60 days before the start: until then everything comes back
 * @param lateRefund 0 to 100 percent of the price that come back later
 */
public record CancellationPolicy(Duration early, int lateRefund) {
    public CancellationPolicy {
        Bounds.length("early", early, Duration.ZERO, Duration.ofDays(60));
        Bounds.number("lateRefund", lateRefund, 0, 100);
    }

    boolean late(Instant start, Instant now) {
        return now.isAfter(start.minus(early));
    }

    /** Rounded down to the smallest unit. */
    Money refund(Money price, boolean late) {
        return late
                ? new Money(price.minor() / 100 * lateRefund + price.minor() % 100 * lateRefund / 100, price.currency())
                : price;
    }
}
