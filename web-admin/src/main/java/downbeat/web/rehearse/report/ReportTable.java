package downbeat.web.rehearse.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The report for people. */
public final class ReportTable {
    private ReportTable() {}

    public static String of(RehearsalReport r) {
        StringJoiner out = new StringJoiner("\n");
        out.add(line("members joined", "%d of %d (%.2f %%)".formatted(r.joined(), r.members(), 100 * r.joinSuccess())));
        out.add(line("join", percentiles(r.joinMs())));
        if (r.firstCueMs() != null) {
            out.add(line("  first cue executed", percentiles(r.firstCueMs())));
        }
        if (r.firstCueOnceInMs() != null) {
            out.add(line("  the same, once in", percentiles(r.firstCueOnceInMs())));
        }
        out.add(line(
                "live cues safe", "%d of %d".formatted(r.cue().safe(), r.cue().tapped())));
        out.add(line("  until received", percentiles(r.publishToReceiveMs())));
        out.add(line("  until executed", percentiles(r.publishToExecuteMs())));
        out.add(line("  until safe", percentiles(r.publishToSafeMs())));
        out.add(line("server's upper bound", quantiles(r.cue().upperBoundMs())));
        out.add(line("server's estimate", quantiles(r.cue().estimateMs())));
        out.add(line(
                "server's unacked",
                "%s of %s".formatted(known(r.cue().unacked()), known(r.cue().sent()))));
        out.add(line("skew of planned cues", skew(r.skewMs())));
        out.add(line("late", r.late().isEmpty() ? "none" : counts(r.late())));
        out.add(line("resumed / recovered", r.resumed() + " / " + r.recovered()));
        if (r.outages().backMs().count() > 0) {
            out.add(line("  back after the link", percentiles(r.outages().backMs())));
            out.add(line("  planned, without link", percentiles(r.outages().awaySkewMs())));
        }
        out.add(line(
                "planned cues in time",
                String.format(Locale.ROOT, "%.2f %%", 100 * r.outages().plannedDone())));
        out.add(line("fallbacks", rungs(r.rungs())));
        out.add(line("links", links(r.links())));
        out.add(line("retention", shares(r.retention())));
        out.add(line(
                "responses",
                "%d answers to %d questions, %d hands"
                        .formatted(
                                r.responses().answered(),
                                r.responses().asked(),
                                r.responses().hands())));
        out.add(line(
                "biofeedback",
                String.format(Locale.ROOT, "%.1f pushes a member", r.bio().perMember())));
        out.add(line("  age", percentiles(r.bio().ageMillis())));
        extras(r, out);
        out.add(line(
                "server",
                "heap %s MB, cpu %s s = %s cores"
                        .formatted(
                                known(r.server().heapMb()),
                                known(r.server().cpuSeconds()),
                                known(r.server().cpuCores()))));
        out.add(line(
                "checked",
                "%d promised cues, %d devices, %d deliveries: %s"
                        .formatted(
                                r.checked().promised(),
                                r.checked().devices(),
                                r.checked().deliveries(),
                                r.checked().holds()
                                        ? "nothing lost, nothing doubled"
                                        : r.checked().findings())));
        r.findings().forEach(finding -> out.add("  ! " + finding));
        return out.toString();
    }

    private static void extras(RehearsalReport r, StringJoiner out) {
        if (r.back() != null && r.back().path("check").isObject()) {
            JsonNode check = r.back().get("check");
            out.add(line(
                    "live check",
                    "of %s %s heard, %s saw, %s were ready"
                            .formatted(
                                    check.path("asked").asText(),
                                    check.path("heard").asText(),
                                    check.path("sawRight").asText(),
                                    check.path("ready").asText())));
        }
        if (r.extras().adapted() != null) {
            out.add(line("adapted", "cues of %d members".formatted(r.extras().adapted())));
        }
        if (r.extras().fetched() != null) {
            out.add(line("asset", "fetched by %d of %d".formatted(r.extras().fetched(), r.joined())));
        }
    }

    private static String line(String name, String value) {
        return String.format(Locale.ROOT, "%-22s %s", name, value);
    }

    private static String percentiles(Percentiles p) {
        return p.count() == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "p50 %.1f  p95 %.1f  p99 %.1f  max %.1f ms  (%d)",
                        p.p50(),
                        p.p95(),
                        p.p99(),
                        p.max(),
                        p.count());
    }

    private static String skew(RehearsalReport.Skew s) {
        return s.count() == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "p50 %.1f  p95 %.1f  max %.1f ms, first to last member max %.1f ms  (%d)",
                        s.p50(),
                        s.p95(),
                        s.max(),
                        s.spreadMax(),
                        s.count());
    }

    /** Of the server's report: an object of p50, p95, p99 and max, each null when nothing was counted. */
    private static String quantiles(@Nullable JsonNode q) {
        return q == null || !q.hasNonNull("p50")
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "p50 %.1f  p95 %.1f  p99 %.1f  max %.1f ms",
                        q.path("p50").asDouble(),
                        q.path("p95").asDouble(),
                        q.path("p99").asDouble(),
                        q.path("max").asDouble());
    }

    private static String links(@Nullable JsonNode links) {
        return links == null || links.isNull()
                ? known(null)
                : "round trip p95 %s ms, jitter p95 %s ms; %s of %s members ever on a lower rung"
                        .formatted(
                                links.at("/rttMs/p95").asText(),
                                links.at("/jitterMs/p95").asText(),
                                links.at("/rungs/fell").asText(),
                                links.at("/rungs/members").asText());
    }

    private static String rungs(RehearsalReport.Rungs r) {
        String all = known(r.fallbacks()) + " to a lower rung";
        return r.bandwidthFell() == 0
                ? all
                : "%s; bandwidth fell for %d, %d kept to the sound within %s ms"
                        .formatted(all, r.bandwidthFell(), r.keptToSound(), known(r.slowestMs()));
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** Minutes that the class did not reach are left out. */
    private static String shares(Map<String, @Nullable Double> retention) {
        var known = new StringJoiner(", ");
        known.setEmptyValue("the class was too short to say");
        retention.forEach((after, share) -> {
            if (share != null) {
                known.add(String.format(Locale.ROOT, "%.0f %% after %s", share * 100, after));
            }
        });
        return known.toString();
    }

    private static String known(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
