package downbeat.web.http.resource;

import downbeat.classes.live.report.ClassReport.Quantiles;
import org.jspecify.annotations.Nullable;

/** Milliseconds; null where nothing was counted. */
record PercentilesJson(
        @Nullable Double p50,
        @Nullable Double p95,
        @Nullable Double p99,
        @Nullable Double max) {
    static PercentilesJson of(Quantiles q) {
        return q.count() == 0
                ? new PercentilesJson(null, null, null, null)
                : new PercentilesJson(q.p50(), q.p95(), q.p99(), q.max());
    }
}
