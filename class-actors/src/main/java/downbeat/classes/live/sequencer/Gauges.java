package downbeat.classes.live.sequencer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.course.Visit;
import downbeat.classes.live.report.ClassReport.Quantiles;
import downbeat.classes.live.report.Histograms;
import downbeat.classes.live.report.How;
import downbeat.classes.live.report.MemberTallies;
import downbeat.classes.live.report.RelayTally;
import downbeat.classes.live.report.Tally;
import downbeat.cluster.wire.Json;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
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
        room(gauge, score, tally);
        members(gauge, tallies);
        advance(tally.upper());
        var points = gauge.putArray("series");
        series.forEach(point -> points.addArray().add(point[0]).add(point[1]).add(point[2]));
        newest = gauge.toString();
        return newest;
    }

    /** How members came in, how their links are, and what they said back. */
    private static void room(ObjectNode gauge, Score score, Tally tally) {
        quantiles(gauge.putObject("joining"), tally.links().join());
        var link = gauge.putObject("link");
        quantiles(link.putObject("rtt"), tally.links().rtt());
        quantiles(link.putObject("jitter"), tally.links().jitter());
        var back = score.responses();
        var hands = gauge.putObject("hands");
        hands.put("raised", back.hands().raised()).put("lowered", back.hands().lowered());
        quantiles(hands.putObject("waited"), back.hands().waited());
        var answers = gauge.putObject("answers");
        answers.put("asks", back.answers().asks())
                .put("asked", back.answers().asked())
                .put("confirmed", back.answers().confirmed());
        quantiles(answers.putObject("took"), back.answers().took());
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
        quantiles(into, Quantiles.of(of));
    }

    private static void quantiles(ObjectNode into, Quantiles of) {
        into.put("count", of.count())
                .put("p50", of.p50())
                .put("p95", of.p95())
                .put("p99", of.p99())
                .put("max", of.max());
    }

    private static void members(ObjectNode gauge, Collection<RelayTally> tallies) {
        var rows = gauge.putArray("members");
        MemberTallies.of(tallies).values().forEach(member -> {
            var row = rows.addObject().put("member", member.member().value());
            known(row, "upper95", member.upper95());
            known(row, "skew95", member.skew95());
            known(row, "rtt", member.rtt());
            row.put("unacked", member.unacked()).put("devices", member.devices());
            var rung = member.rung();
            row.put("rung", rung == null ? null : rung.name())
                    .put("rungWhy", member.rungWhy())
                    .put("fallbacks", member.fallbacks());
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
