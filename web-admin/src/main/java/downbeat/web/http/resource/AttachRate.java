package downbeat.web.http.resource;

import org.jspecify.annotations.Nullable;

/** Of those who were in a class, the share that claimed a bundle of a drop of it. */
final class AttachRate {
    private AttachRate() {}

    /**
     * 0 to 1; null where there was no drop or nobody. Where a drop is for everybody more may claim than were there: that is 1.
     *
     * @param claimers null where there was no drop
     */
    static @Nullable Double of(@Nullable Integer claimers, long there) {
        return claimers == null || there == 0 ? null : (Double) Math.min(1, (double) claimers / there);
    }
}
