package downbeat.popups.pass;

import downbeat.kernel.bound.Bounds;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.ticket.TicketId;
import java.time.Instant;
import java.util.Optional;

/**
 * What a pass says. It names no holder: whoever shows it comes in, and a new holder gets a pass of the next issue.
 *
 * @param issue of the ticket, 1 to {@link #MOST_ISSUES}
 * @param expires whole seconds, of the years 1970 to 2106; never when empty, so that a pop-up that moves needs no new passes
 */
public record Pass(PopUpId popUp, TicketId ticket, int issue, Optional<Instant> expires) {
    public static final int MOST_ISSUES = 1_000_000;
    private static final long MOST_SECONDS = 0xffff_ffffL;

    public Pass {
        Bounds.number("issue", issue, 1, MOST_ISSUES);
        expires.ifPresent(at -> {
            Bounds.number("expires", at.getEpochSecond(), 1, MOST_SECONDS);
            Bounds.require(at.getNano() == 0, "expires must be a whole second, but is " + at);
        });
    }
}
