package downbeat.web.webhook.domain;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait between tries, ten of them in a little over three days, as Standard Webhooks suggests. A tenth more or less, so
 * that what failed together does not come back together.
 */
public final class Pauses {
    private static final List<Duration> ALL = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24));

    /** An endpoint may ask for more time, not for more than this. */
    static final Duration LONGEST_ASKED = Duration.ofHours(24);

    /** An endpoint that has taken nothing for so long is told nothing more until its owner says so. */
    public static final Duration PATIENCE = Duration.ofDays(5);

    private Pauses() {}

    /**
     * The pause after so many tries that failed; empty when it was the last.
     *
     * @param tries 1 or more
     * @param luck 0 or more, less than 1
     */
    public static Optional<Duration> after(int tries, double luck) {
        return tries <= ALL.size() ? Optional.of(shaken(ALL.get(tries - 1), luck)) : Optional.empty();
    }

    /** The same where the endpoint says when to come back. */
    public static Optional<Duration> after(int tries, double luck, Optional<Duration> asked) {
        return after(tries, luck).map(own -> longer(own, asked.orElse(Duration.ZERO)));
    }

    private static Duration shaken(Duration pause, double luck) {
        return Duration.ofMillis(Math.round(pause.toMillis() * (0.9 + 0.2 * luck)));
    }

    private static Duration longer(Duration own, Duration asked) {
        var bounded = asked.compareTo(LONGEST_ASKED) < 0 ? asked : LONGEST_ASKED;
        return own.compareTo(bounded) < 0 ? bounded : own;
    }
}
