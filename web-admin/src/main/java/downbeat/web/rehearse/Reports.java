package downbeat.web.rehearse;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.rehearse.check.Finding;
import downbeat.web.rehearse.device.Member;
import downbeat.web.rehearse.report.Gauge;
import downbeat.web.rehearse.report.Measurements;
import downbeat.web.rehearse.report.Percentiles;
import downbeat.web.rehearse.report.RehearsalReport;
import downbeat.web.rehearse.stage.Metrics;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the report together. */
final class Reports {
    private Reports() {}

    /** The server before and after the class, by its metrics. */
    record ServerSpan(Optional<Metrics> before, Optional<Metrics> after, double seconds) {}

    static RehearsalReport of(Score score, Rehearsal.Outcome outcome, ServerSpan server) {
        Measurements measured = outcome.measured();
        long joined = outcome.members().stream().filter(Member::hasJoined).count();
        // A deaf member joins and never hears that it did.
        int members = score.members() - score.deafMembers();
        long reading = outcome.members().stream()
                .filter(m -> m.hasJoined() && !m.temper().deaf())
                .count();
        return new RehearsalReport(
                score.members(),
                joined,
                members == 0 ? 0 : (double) reading / members,
                measured.percentiles(Gauge.JOIN),
                score.intoRunning() ? measured.percentiles(Gauge.FIRST_CUE) : null,
                score.intoRunning() ? measured.percentiles(Gauge.FIRST_CUE_ONCE_IN) : null,
                cues(outcome),
                skew(measured),
                measured.resumedCount(),
                measured.recoveredCount(),
                new RehearsalReport.Outages(
                        measured.percentiles(Gauge.BACK),
                        measured.plannedDone(reading),
                        measured.percentiles(Gauge.SKEW_AWAY)),
                outcome.retention().shares(reading),
                rungs(outcome),
                field(outcome.serverReport().orElse(null), "links"),
                field(outcome.serverReport().orElse(null), "back"),
                measured.lateByHow(),
                new RehearsalReport.Responses(outcome.asked(), measured.answerCount(), measured.handCount()),
                measured.percentiles(Gauge.PUBLISH_TO_RECEIVE),
                measured.percentiles(Gauge.PUBLISH_TO_EXECUTE),
                measured.percentiles(Gauge.PUBLISH_TO_SAFE),
                bio(measured, reading),
                new RehearsalReport.Extras(
                        score.script().adapt() ? measured.adaptedCount() : null,
                        score.script().asset().isPresent() ? measured.fetchedCount() : null),
                server(server),
                checked(outcome),
                outcome.verdict().findings().stream()
                        .limit(RehearsalReport.SHOWN_FINDINGS)
                        .map(Finding::sentence)
                        .toList(),
                conditions(score));
    }

    private static RehearsalReport.CueReport cues(Rehearsal.Outcome outcome) {
        JsonNode cue = outcome.serverReport().map(report -> report.path("cue")).orElse(null);
        return new RehearsalReport.CueReport(
                outcome.taps(),
                outcome.verdict().promised(),
                field(cue, "sent"),
                field(cue, "unacked"),
                field(cue, "upperBoundMs"),
                field(cue, "estimateMs"));
    }

    private static RehearsalReport.Rungs rungs(Rehearsal.Outcome outcome) {
        List<Member> fell =
                outcome.members().stream().filter(m -> m.temper().falls()).toList();
        List<Long> took = fell.stream()
                .map(Member::keptToSoundAfterNanos)
                .filter(Objects::nonNull)
                .toList();
        return new RehearsalReport.Rungs(
                field(outcome.serverReport().orElse(null), "fallbacks"),
                fell.size(),
                took.size(),
                took.isEmpty() ? null : (Double) round(Collections.max(took) / 1e6));
    }

    private static @Nullable JsonNode field(@Nullable JsonNode of, String name) {
        return of == null ? null : of.get(name);
    }

    private static RehearsalReport.Skew skew(Measurements measured) {
        Percentiles skew = measured.percentiles(Gauge.SKEW);
        Percentiles spread = measured.percentiles(Gauge.SPREAD);
        return new RehearsalReport.Skew(skew.count(), skew.p50(), skew.p95(), skew.max(), spread.p95(), spread.max());
    }

    private static RehearsalReport.Biofeedback bio(Measurements measured, long reading) {
        Percentiles age = measured.percentiles(Gauge.BIO_AGE);
        return new RehearsalReport.Biofeedback(
                age.count(), reading == 0 ? 0 : round((double) age.count() / reading), age);
    }

    private static RehearsalReport.Server server(ServerSpan span) {
        Double heap = span.after()
                .flatMap(m -> boxed(m.heapBytes()))
                .map(bytes -> round(bytes / (1 << 20)))
                .orElse(null);
        Double cpu = span.before()
                .flatMap(m -> boxed(m.cpuSeconds()))
                .flatMap(before ->
                        span.after().flatMap(m -> boxed(m.cpuSeconds())).map(after -> after - before))
                .orElse(null);
        return new RehearsalReport.Server(
                heap, cpu == null ? null : round(cpu), cpu == null ? null : round(cpu / span.seconds()));
    }

    private static Optional<Double> boxed(java.util.OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static RehearsalReport.Checked checked(Rehearsal.Outcome outcome) {
        return new RehearsalReport.Checked(
                outcome.verdict().holds(),
                outcome.verdict().promised(),
                outcome.verdict().devices(),
                outcome.verdict().deliveries(),
                outcome.verdict().counts());
    }

    private static RehearsalReport.Conditions conditions(Score score) {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new RehearsalReport.Conditions(
                Instant.now().toString(),
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                system.getAvailableProcessors(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"),
                round(system.getSystemLoadAverage()),
                score.length().toSeconds(),
                score.cuesPerSecond(),
                score.dropperMembers(),
                score.deafMembers(),
                score.clockErrorSeconds(),
                score.jitterMinMillis() + ".." + score.jitterMaxMillis());
    }
}
