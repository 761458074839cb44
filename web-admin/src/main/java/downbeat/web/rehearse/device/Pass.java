package downbeat.web.rehearse.device;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * What lets a device in: where to connect, and the join token.
 *
 * @param takenNanos when it was given out, true clock
 */
public record Pass(URI url, String token, long takenNanos) {
    /** A join token is good for 2 minutes; a device does not come with one that is about to expire. */
    private static final Duration FRESH = Duration.ofSeconds(100);

    boolean fresh(long nowNanos) {
        return nowNanos - takenNanos < FRESH.toNanos();
    }

    /** Where a device gets one: {@code POST /classes/{id}/join}. */
    public interface Desk {
        /** @param ahead whether nobody has pressed join yet */
        CompletionStage<Pass> ask(boolean ahead);
    }
}
