package downbeat.classes.live.course;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.report.ClassReport;
import downbeat.classes.live.report.ClassReport.MemberFigures;
import downbeat.classes.live.report.ClassReport.Quantiles;
import downbeat.classes.live.report.Histograms;
import downbeat.classes.live.report.How;
import downbeat.classes.live.report.LinkFigures;
import downbeat.classes.live.report.MemberTallies;
import downbeat.classes.live.report.MemberTally;
import downbeat.classes.live.report.Tally;
import downbeat.kernel.ParticipantId;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws up the report of a class from its score. Pure. */
public final class Finale {
    private Finale() {}

    public static ClassReport report(Score score) {
        var tally = new Tally();
        score.tallies().forEach(tally::add);
        var tallies = MemberTallies.of(score.tallies());
        var end = end(score);
        var start = start(score);
        var visits = score.visits();
        var stayed = Stayed.of(score);
        return new ClassReport(
                visits.size(),
                visits.values().stream().filter(Visit::joined).count(),
                end.since(start),
                new ClassReport.CueFigures(
                        score.log().last(),
                        tally.sent(),
                        tally.acked(),
                        tally.unacked(),
                        Quantiles.of(tally.upper()),
                        Quantiles.of(tally.estimate()),
                        tally.bound()),
                Quantiles.of(tally.skew()),
                Arrays.stream(How.values()).map(tally::how).toList(),
                tally.resumed(),
                tally.recovered(),
                tally.forged(),
                new ClassReport.Retention(share(stayed, 1), share(stayed, 3), share(stayed, 7)),
                visits.keySet().stream().mapToLong(score::responses).sum(),
                visits.entrySet().stream()
                        .filter(visit -> visit.getValue().joined())
                        .map(visit -> figures(score, visit.getKey(), visit.getValue(), start, end, tallies))
                        .toList(),
                raw(tally, score.feedback()),
                tally.fallbacks(),
                links(tally, tallies),
                score.responses());
    }

    private static @Nullable Double share(Map<Integer, Stayed> by, int minute) {
        var stayed = by.get(minute);
        return stayed == null ? null : stayed.share();
    }

    private static ClassReport.Raw raw(Tally tally, Feedback feedback) {
        return new ClassReport.Raw(
                Histograms.encode(tally.upper()),
                Histograms.encode(tally.estimate()),
                Histograms.encode(tally.skew()),
                Histograms.encode(tally.links().join()),
                Histograms.encode(tally.links().rtt()),
                Histograms.encode(tally.links().jitter()),
                Histograms.encode(feedback.waits()),
                Histograms.encode(feedback.tooks()));
    }

    /** Null when no relay measured links: those of older nodes do not. */
    private static @Nullable LinkFigures links(Tally tally, Map<ParticipantId, MemberTally> members) {
        var links = tally.links();
        if (!links.known()) {
            return null;
        }
        return new LinkFigures(
                Quantiles.of(links.join()),
                Quantiles.of(links.rtt()),
                Quantiles.of(links.jitter()),
                new LinkFigures.Rungs(
                        members.values().stream()
                                .filter(m -> m.lowest() != null)
                                .count(),
                        members.values().stream().filter(m -> m.fallbacks() > 0).count(),
                        links.rungMillis()));
    }

    private static ClassTime start(Score score) {
        var started = score.state().startedAt();
        return started == null ? ClassTime.ZERO : started;
    }

    /** The trainer's close; what comes after is good-bye. */
    static ClassTime end(Score score) {
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
        return new MemberFigures(member, present, share, score.responses(member), tallies.get(member));
    }
}
