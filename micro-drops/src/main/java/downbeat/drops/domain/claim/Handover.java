package downbeat.drops.domain.claim;

import downbeat.kernel.Nonce;
import downbeat.kernel.bound.Bounds;
import java.time.Instant;

/**
 * Units that went over the counter, or to a download.
 *
 * @param by who handed them over, as the close-out names them, 1 to 120 characters
 * @param at by the counter's clock
 */
public record Handover(Nonce nonce, int units, String by, Instant at) {

    public Handover {
        Bounds.number("units", units, 1, Order.MOST_UNITS);
        Bounds.text("by", by, 1, 120);
    }
}
