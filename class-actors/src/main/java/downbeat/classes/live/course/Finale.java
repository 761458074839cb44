package downbeat.classes.live.course;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.report.ClassReport;
import downbeat.classes.live.report.ClassReport.MemberFigures;
import downbeat.classes.live.report.ClassReport.Quantiles;
import downbeat.classes.live.report.Histograms;
import downbeat.classes.live.report.How;
import downbeat.classes.live.report.MemberTally;
import downbeat.classes.live.report.Tally;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Draws up the report of a class from its score. Pure. */
public final class Finale {
    private Finale() {}

    public static ClassReport report(Score score) {
        var tally = new Tally();
        var tallies = new HashMap<ParticipantId, MemberTally>();
        score.tallies().forEach(relay -> {
            tally.add(relay);
            relay.members().forEach(member -> tallies.put(member.member(), member));
        });
        var end = end(score);
        var start = start(score);
        var visits = score.visits();
        return new ClassReport(
                visits.size(),
                visits.values().stream().filter(Visit::joined).count(),
                end.since(start),
                new ClassReport.CueFigures(
                        score.log().last(),
                        tally.sent(),
                        tally.acked(),
                        tally.unacked(),
                        quantiles(tally.upper()),
                        quantiles(tally.estimate()),
                        tally.bound()),
                quantiles(tally.skew()),
                Arrays.stream(How.values()).map(tally::how).toList(),
                tally.resumed(),
                tally.recovered(),
                tally.forged(),
                new ClassReport.Retention(
                        retention(visits, Duration.ofMinutes(1), end),
                        retention(visits, Duration.ofMinutes(3), end),
                        retention(visits, Duration.ofMinutes(7), end)),
                visits.keySet().stream().mapToLong(score::responses).sum(),
                visits.entrySet().stream()
                        .filter(visit -> visit.getValue().joined())
                        .map(visit -> figures(score, visit.getKey(), visit.getValue(), start, end, tallies))
                        .toList(),
                new ClassReport.Raw(
                        Histograms.encode(tally.upper()),
                        Histograms.encode(tally.estimate()),
                        Histograms.encode(tally.skew())),
                tally.fallbacks());
    }

    private static ClassTime start(Score score) {
        var started = score.state().startedAt();
        return started == null ? ClassTime.ZERO : started;
    }

    /** The trainer's close; what comes after is good-bye. */
    private static ClassTime end(Score score) {
        var state = score.state();
        return state.phase().over() ? state.anchor().at() : score.newest();
    }

    private static MemberFigures figures(
            Score score,
            ParticipantId member,
            Visit visit,
            ClassTime start,
            ClassTime end,
            Map<ParticipantId, MemberTally> tallies) {
        var present = visit.within(start, end);
        var length = end.since(start).toMillis();
        var share = length <= 0 ? 0 : Math.min(1, (double) present.toMillis() / length);
        return new MemberFigures(member, visit.name(), present, share, score.responses(member), tallies.get(member));
    }

    /** The share as {@link ClassReport.Retention} defines it. */
    static @Nullable Double retention(Map<ParticipantId, Visit> visits, Duration after, ClassTime end) {
        var eligible = visits.values().stream()
                .filter(visit -> visit.joined() && !visit.first().plus(after).isAfter(end))
                .toList();
        if (eligible.isEmpty()) {
            return null;
        }
        var stayed = eligible.stream()
                .filter(visit -> visit.hereAt(visit.first().plus(after)))
                .count();
        return (double) stayed / eligible.size();
    }

    private static Quantiles quantiles(Histogram of) {
        return new Quantiles(
                of.getTotalCount(),
                Histograms.millis(of, 50),
                Histograms.millis(of, 95),
                Histograms.millis(of, 99),
                Histograms.maxMillis(of));
    }
}
