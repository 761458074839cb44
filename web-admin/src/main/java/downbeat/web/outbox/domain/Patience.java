package downbeat.web.outbox.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait between tries: a lost connection is back in seconds, a busy server in minutes, one that is down in hours. */
public final class Patience {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(20),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(8));

    private Patience() {}

    /**
     * The pause after so many tries that failed; empty when it was the last.
     *
     * @param tries 1 or more
     */
    public static Optional<Duration> after(int tries) {
        return tries <= PAUSES.size() ? Optional.of(PAUSES.get(tries - 1)) : Optional.empty();
    }
}
