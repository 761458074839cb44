package downbeat.classes.live.sequencer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.course.Visit;
import downbeat.classes.live.report.Histograms;
import downbeat.classes.live.report.How;
import downbeat.classes.live.report.MemberTally;
import downbeat.classes.live.report.RelayTally;
import downbeat.classes.live.report.Tally;
import downbeat.cluster.wire.Json;
import downbeat.kernel.ParticipantId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Writes what the trainer reads, merged over all relays. Owned by one actor. */
final class Gauges {
    private static final int SERIES = 60;
    private final Deque<double[]> series = new ArrayDeque<>();
    private @Nullable Histogram before;
    private @Nullable String newest;

    @Nullable
    String newest() {
        return newest;
    }

    /** The {@code gauge} of the wire protocol; also advances the series by one point. */
    String write(Score score, Collection<RelayTally> tallies) {
        var tally = new Tally();
        tallies.forEach(tally::add);
        var gauge = Json.mapper().createObjectNode();
        cues(gauge.putObject("cue"), score, tally);
        quantiles(gauge.putObject("skew"), tally.skew());
        gauge.putObject("join")
                .put("asked", score.visits().size())
                .put(
                        "joined",
                        score.visits().values().stream().filter(Visit::joined).count());
        var late = gauge.putObject("late");
        for (var how : How.values()) {
            late.put(how.name(), tally.how(how));
        }
        gauge.putObject("resume").put("resumed", tally.resumed()).put("recovered", tally.recovered());
        gauge.put("forged", tally.forged());
        gauge.put("fallbacks", tally.fallbacks());
        members(gauge, tallies);
        advance(tally.upper());
        var points = gauge.putArray("series");
        series.forEach(point -> points.addArray().add(point[0]).add(point[1]).add(point[2]));
        newest = gauge.toString();
        return newest;
    }

    private static void cues(ObjectNode cue, Score score, Tally tally) {
        cue.put("sent", score.log().last())
                .put("deliveries", tally.sent())
                .put("acked", tally.acked())
                .put("unacked", tally.unacked());
        quantiles(cue.putObject("upper"), tally.upper());
        quantiles(cue.putObject("estimate"), tally.estimate());
        if (tally.bound() >= 0) {
            cue.put("bound", tally.bound());
        } else {
            cue.putNull("bound");
        }
    }

    private static void quantiles(ObjectNode into, Histogram of) {
        into.put("count", of.getTotalCount())
                .put("p50", Histograms.millis(of, 50))
                .put("p95", Histograms.millis(of, 95))
                .put("p99", Histograms.millis(of, 99))
                .put("max", Histograms.maxMillis(of));
    }

    private static void members(ObjectNode gauge, Collection<RelayTally> tallies) {
        Map<ParticipantId, MemberTally> newest = new LinkedHashMap<>();
        tallies.forEach(tally -> tally.members().forEach(member -> newest.put(member.member(), member)));
        var rows = gauge.putArray("members");
        newest.values().forEach(member -> {
            var row = rows.addObject().put("member", member.member().value());
            known(row, "upper95", member.upper95());
            known(row, "skew95", member.skew95());
            known(row, "rtt", member.rtt());
            row.put("unacked", member.unacked()).put("devices", member.devices());
            var rung = member.rung();
            row.put("rung", rung == null ? null : rung.name()).put("rungWhy", member.rungWhy());
        });
    }

    private static void known(ObjectNode row, String field, double value) {
        if (value >= 0) {
            row.put(field, value);
        } else {
            row.putNull(field);
        }
    }

    /** A point of the series is what was measured in its second alone. */
    private void advance(Histogram upper) {
        var second = upper.copy();
        if (before != null && before.getTotalCount() <= second.getTotalCount()) {
            second.subtract(before);
        }
        before = upper;
        series.addLast(new double[] {
            Histograms.millis(second, 50), Histograms.millis(second, 95), Histograms.millis(second, 99)
        });
        if (series.size() > SERIES) {
            series.removeFirst();
        }
    }
}
