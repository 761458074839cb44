package downbeat.web.http.guard;

import com.typesafe.config.Config;
import downbeat.web.http.problem.ProblemType;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Token buckets per allowance and key (client address or account). They are kept by each node for itself: a client that
 * spreads over n nodes gets n times the allowance. At most {@value #REMEMBERED} keys are remembered per allowance, the least
 * recently used is forgotten first.
 */
public final class RateLimits {
    private static final int REMEMBERED = 50_000;

    private final Map<Allowance, Buckets> buckets = new EnumMap<>(Allowance.class);
    private final boolean on;

    /** Reads {@code <allowance> { burst, per-minute }} of every allowance. {@code on}: false lets everything pass. */
    public RateLimits(Config limits, boolean on) {
        this.on = on;
        for (var allowance : Allowance.values()) {
            if (allowance != Allowance.UNLIMITED) {
                buckets.put(allowance, new Buckets(bandwidth(limits.getConfig(allowance.key()))));
            }
        }
    }

    private static Bandwidth bandwidth(Config limit) {
        return Bandwidth.builder()
                .capacity(limit.getLong("burst"))
                .refillGreedy(limit.getLong("per-minute"), Duration.ofMinutes(1))
                .build();
    }

    /** Takes one token or ends the request with 429 and Retry-After. */
    public void take(Allowance allowance, String key) {
        var bucketsOfIt = buckets.get(allowance);
        if (!on || bucketsOfIt == null) {
            return;
        }
        var probe = bucketsOfIt.of(key).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            var seconds = Math.max(1, Math.ceilDiv(probe.getNanosToWaitForRefill(), 1_000_000_000L));
            throw ProblemType.TOO_MANY_REQUESTS
                    .saying("Wait " + seconds + " s and try again.")
                    .with("Retry-After", Long.toString(seconds))
                    .asException();
        }
    }

    /** The buckets of one allowance, least recently used first. */
    private static final class Buckets extends LinkedHashMap<String, Bucket> {
        private final transient Bandwidth bandwidth;

        Buckets(Bandwidth bandwidth) {
            super(64, 0.75f, true);
            this.bandwidth = bandwidth;
        }

        synchronized Bucket of(String key) {
            return computeIfAbsent(
                    key, k -> Bucket.builder().addLimit(bandwidth).build());
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > REMEMBERED;
        }
    }
}
