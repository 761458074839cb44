package downbeat.web.http.resource;

import downbeat.classes.domain.PlaceKind;
import downbeat.classes.entity.ClassCard;
import downbeat.classes.live.report.ClassReport;
import downbeat.classes.live.report.ClassReport.CueFigures;
import downbeat.classes.live.report.ClassReport.MemberFigures;
import downbeat.classes.live.report.How;
import downbeat.drops.view.DropBoard;
import downbeat.kernel.ParticipantId;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.identity.view.MemberNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** How a class went, and the histograms from which anybody can compute it again. */
public final class ReportOperations {
    private static final String REPORT = "/api/v1/classes/{id}/report";

    private final Shelf shelf;
    private final MemberNames names;
    private final DropBoard drops;
    private final Executor blocking;

    public ReportOperations(Shelf shelf, MemberNames names, DropBoard drops, Executor blocking) {
        this.shelf = shelf;
        this.names = names;
        this.drops = drops;
        this.blocking = blocking;
    }

    record CueJson(
            long issued,
            long sent,
            long acked,
            long unacked,
            PercentilesJson upperBoundMs,
            PercentilesJson estimateMs,
            @Nullable Double boundMs) {
        static CueJson of(CueFigures c) {
            return new CueJson(
                    c.issued(),
                    c.sent(),
                    c.acked(),
                    c.unacked(),
                    PercentilesJson.of(c.upper()),
                    PercentilesJson.of(c.estimate()),
                    c.bound() < 0 ? null : c.bound());
        }
    }

    /** Fallbacks and the lowest rung are null where they were not counted. */
    record MemberJson(
            String member,
            String name,
            double presentSeconds,
            double share,
            int responses,
            @Nullable Long fallbacks,
            @Nullable String lowestRung) {
        /** Who is gone has no name any more. */
        static MemberJson of(MemberFigures m, Map<ParticipantId, String> names) {
            var tally = m.tally();
            var lowest = tally == null ? null : tally.lowest();
            return new MemberJson(
                    m.member().value(),
                    names.getOrDefault(m.member(), "Somebody"),
                    m.present().toMillis() / 1e3,
                    m.share(),
                    m.responses(),
                    tally == null || lowest == null ? null : (Long) tally.fallbacks(),
                    lowest == null ? null : lowest.name());
        }
    }

    /**
     * @param inRoom who was in the room during the class, by its doors, with and without a device
     * @param attachRate share of those who were there who claimed a bundle of a drop of the class; null where there is none or
     *     nobody was there
     */
    record ReportJson(
            long members,
            long joined,
            long inRoom,
            double joinSuccess,
            double lengthSeconds,
            CueJson cue,
            PercentilesJson skewMs,
            Map<String, Long> late,
            long resumed,
            long recovered,
            long forged,
            Map<String, @Nullable Double> retention,
            long responses,
            @Nullable Long fallbacks,
            @Nullable LinkJson links,
            @Nullable BackJson back,
            @Nullable Double attachRate,
            List<MemberJson> rows) {}

    record HistogramsJson(String unit, Map<String, String> histograms) {}

    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "showReport",
                        REPORT,
                        Access.OWNER,
                        call -> shelf.own(call)
                                .thenApplyAsync(
                                        found -> Answer.ok(
                                                json(report(found.card()), inRoom(found.card()), attachRate(found))),
                                        blocking)),
                Operation.get(
                        "showHistograms",
                        REPORT + "/histograms",
                        Access.OWNER,
                        call -> shelf.own(call).thenApply(found -> Answer.ok(histograms(report(found.card()))))));
    }

    private @Nullable Double attachRate(Shelf.Found found) {
        long there = found.card().attendances().stream()
                .filter(one -> one.outcome().joined())
                .count();
        return AttachRate.of(drops.claimers(List.of(found.id())).get(found.id()), there);
    }

    private static ClassReport report(ClassCard card) {
        return card.report().orElseThrow(Call::notFound);
    }

    private static long inRoom(ClassCard card) {
        return card.attendances().stream()
                .filter(one -> one.booking().place() == PlaceKind.IN_ROOM)
                .filter(one -> card.rooms().seen().contains(one.booking().who()))
                .filter(one -> one.outcome().joined())
                .count();
    }

    private static HistogramsJson histograms(ClassReport report) {
        var raw = report.histograms();
        var all = new LinkedHashMap<String, String>();
        all.put("upperBound", raw.upper());
        all.put("estimate", raw.estimate());
        all.put("skew", raw.skew());
        known(all, "join", raw.join());
        known(all, "rtt", raw.rtt());
        known(all, "jitter", raw.jitter());
        known(all, "hands", raw.hands());
        known(all, "answers", raw.answers());
        return new HistogramsJson("us", all);
    }

    private static void known(Map<String, String> all, String name, @Nullable String histogram) {
        if (histogram != null) {
            all.put(name, histogram);
        }
    }

    private ReportJson json(ClassReport r, long inRoom, @Nullable Double attachRate) {
        var called = names.of(r.members().stream().map(MemberFigures::member).toList());
        var retention = new LinkedHashMap<String, @Nullable Double>();
        retention.put("1m", r.retention().oneMinute());
        retention.put("3m", r.retention().threeMinutes());
        retention.put("7m", r.retention().sevenMinutes());
        var late = new LinkedHashMap<String, Long>();
        var counts = r.lateness().iterator();
        for (var how : How.values()) {
            late.put(how.name(), counts.hasNext() ? counts.next() : 0L);
        }
        return new ReportJson(
                r.asked(),
                r.joined(),
                inRoom,
                r.joinSuccess(),
                r.length().toMillis() / 1e3,
                CueJson.of(r.cue()),
                PercentilesJson.of(r.skew()),
                late,
                r.resumed(),
                r.recovered(),
                r.forged(),
                retention,
                r.responses(),
                r.fallbacks(),
                LinkJson.of(r.links()),
                BackJson.of(r.back()),
                attachRate,
                r.members().stream().map(m -> MemberJson.of(m, called)).toList());
    }
}
