package downbeat.web.payment;

import java.time.Duration;

/** How long to wait between tries: money that is owed is tried for as long as it takes. */
final class Pauses {
    private static final Duration FIRST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    private Pauses() {}

    /** @param tries that failed, 1 or more */
    static Duration after(int tries) {
        var pause = FIRST.multipliedBy(1L << Math.min(tries - 1, 20));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
