package downbeat.cluster.entity;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/** What an operator sees of one aggregate's writes. */
final class ShellMetrics {

    private final Timer commits;
    private final DistributionSummary decided;
    private final Counter busy;
    private final Counter failed;

    ShellMetrics(String aggregate, MeterRegistry registry) {
        commits = Timer.builder("downbeat.entity.commit")
                .description("From handing a commit to the journal to its being durable")
                .tag("aggregate", aggregate)
                .publishPercentileHistogram()
                .register(registry);
        decided = DistributionSummary.builder("downbeat.entity.commit.commands")
                .description("Commands decided together in one commit")
                .tag("aggregate", aggregate)
                .register(registry);
        busy = Counter.builder("downbeat.entity.busy")
                .description("Commands turned away because too many were waiting")
                .tag("aggregate", aggregate)
                .register(registry);
        failed = Counter.builder("downbeat.entity.journal.failures")
                .description("Times an entity lost its journal")
                .tag("aggregate", aggregate)
                .register(registry);
    }

    void written(int commands, long nanos) {
        commits.record(nanos, TimeUnit.NANOSECONDS);
        decided.record(commands);
    }

    void busy() {
        busy.increment();
    }

    void failed() {
        failed.increment();
    }
}
