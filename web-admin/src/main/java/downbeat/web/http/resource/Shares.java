package downbeat.web.http.resource;

import org.jspecify.annotations.Nullable;

/** Parts of a whole. */
final class Shares {
    private Shares() {}

    /** 0 to 1; null when there is no whole. */
    static @Nullable Double of(long part, long whole) {
        return whole == 0 ? null : (Double) ((double) part / whole);
    }
}
