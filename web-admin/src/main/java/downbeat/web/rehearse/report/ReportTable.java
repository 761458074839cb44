package downbeat.web.rehearse.report;

import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The report for people. */
public final class ReportTable {
    private ReportTable() {}

    public static String of(RehearsalReport r) {
        StringJoiner out = new StringJoiner("\n");
        out.add(line("members joined", "%d of %d (%.2f %%)".formatted(r.joined(), r.members(), 100 * r.joinSuccess())));
        out.add(line("join", percentiles(r.joinMs())));
        out.add(line(
                "live cues safe", "%d of %d".formatted(r.cue().safe(), r.cue().tapped())));
        out.add(line("  until received", percentiles(r.publishToReceiveMs())));
        out.add(line("  until executed", percentiles(r.publishToExecuteMs())));
        out.add(line("  until safe", percentiles(r.publishToSafeMs())));
        out.add(line("server's upper bound", known(r.cue().upperBoundMs())));
        out.add(line("server's estimate", known(r.cue().estimateMs())));
        out.add(line("server's unacked", known(r.cue().unacked())));
        out.add(line("skew of planned cues", skew(r.skewMs())));
        out.add(line("late", r.late().isEmpty() ? "none" : r.late().toString()));
        out.add(line("resumed / recovered", r.resumed() + " / " + r.recovered()));
        out.add(line("retention", r.retention().toString()));
        out.add(line(
                "responses",
                "%d answers to %d questions, %d hands"
                        .formatted(
                                r.responses().answered(),
                                r.responses().asked(),
                                r.responses().hands())));
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

    private static String known(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}
