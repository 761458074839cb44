package downbeat.cluster.entity;

import downbeat.kernel.Outcome;
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
    private final Counter accepted;
    private final Counter refused;
    private final Counter unavailable;

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
        accepted = decisions(aggregate, "accepted", registry);
        refused = decisions(aggregate, "refused", registry);
        unavailable = decisions(aggregate, "unavailable", registry);
    }

    private static Counter decisions(String aggregate, String outcome, MeterRegistry registry) {
        return Counter.builder("downbeat.entity.decisions")
                .description("Commands answered, by what was said")
                .tag("aggregate", aggregate)
                .tag("outcome", outcome)
                .register(registry);
    }

    /** A caller is told what became of its command. */
    void answered(Answer answer) {
        switch (answer) {
            case Answer.Decided(var aggregate, Outcome.Accepted<?> outcome, var view) -> accepted.increment();
            case Answer.Decided(var aggregate, Outcome.Refused<?> outcome, var view) -> refused.increment();
            case Answer.Unavailable nothing -> unavailable.increment();
            case Answer.Shown view -> {}
        }
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
