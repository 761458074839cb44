package downbeat.classes.live.course;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.log.ClassState;
import downbeat.classes.live.log.OpenAsk;
import downbeat.classes.live.report.ClassReport.Quantiles;
import downbeat.classes.live.report.Histograms;
import downbeat.classes.live.report.ResponseFigures;
import downbeat.classes.live.report.ResponseFigures.Answers;
import downbeat.classes.live.report.ResponseFigures.Ask;
import downbeat.classes.live.report.ResponseFigures.Hands;
import downbeat.kernel.ParticipantId;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * What members say back over a class: hands and how long they are up, asks and how fast they are answered. Changed by the
 * facts that its {@link Score} applies, in their order. Not thread-safe.
 */
public final class Feedback {

    /** An ask that is open, and how long each first answer took, microseconds. */
    private record Open(OpenAsk ask, ClassTime at, Map<ParticipantId, Long> took) {}

    private final Histogram waits = Histograms.wide();
    private final Histogram tooks = Histograms.wide();
    private final Deque<Ask> newest = new ArrayDeque<>();
    private long raised;
    private long asks;
    private long asked;
    private long confirmed;
    private @Nullable Open open;
    private @Nullable ClassTime checkFrom;
    private @Nullable ClassTime checkTo;

    void raised() {
        raised++;
    }

    /** The trainer took a hand down. */
    void lowered(ClassTime raisedAt, ClassTime at) {
        Histograms.count(waits, micros(raisedAt, at));
    }

    void confirmed(ParticipantId member, ClassTime at) {
        if (open != null) {
            open.took().putIfAbsent(member, micros(open.at(), at));
        }
    }

    /** The class has a new state. The asks of the live check are not counted: its answers have figures of their own. */
    void moved(ClassState to, Map<ParticipantId, Visit> visits, ClassTime at) {
        if (open != null && !open.ask().equals(to.ask())) {
            close(open, visits, at);
            open = null;
        }
        var check = to.extras().check();
        if (to.ask() != null && open == null && check == null) {
            open = new Open(to.ask(), at, new HashMap<>());
        }
        if (check != null) {
            checkFrom = checkFrom == null ? check.from() : checkFrom;
            checkTo = check.to();
        } else if (checkTo != null && checkTo.isAfter(at)) {
            checkTo = at;
        }
    }

    private void close(Open over, Map<ParticipantId, Visit> visits, ClassTime at) {
        var figures = figures(over, visits, at);
        asks++;
        asked += figures.asked();
        confirmed += figures.confirmed();
        over.took().values().forEach(micros -> Histograms.count(tooks, micros));
        newest.addLast(figures);
        if (newest.size() > Answers.MOST) {
            newest.removeFirst();
        }
    }

    private static Ask figures(Open over, Map<ParticipantId, Visit> visits, ClassTime at) {
        var took = Histograms.wide();
        over.took().values().forEach(micros -> Histograms.count(took, micros));
        return new Ask(
                over.ask().cueId(),
                over.ask().question(),
                over.ask().answer(),
                here(visits, over.at(), at, over.took().keySet()),
                over.took().size(),
                Quantiles.of(took));
    }

    /** Members who were here at some time between two instants, or said something then. */
    private static long here(
            Map<ParticipantId, Visit> visits, ClassTime from, ClassTime to, Collection<ParticipantId> heard) {
        var here = new HashSet<>(heard);
        visits.forEach((member, visit) -> {
            if (visit.hereBetween(from, to)) {
                here.add(member);
            }
        });
        return here.size();
    }

    private static long micros(ClassTime from, ClassTime to) {
        return Math.max(0, to.micros() - from.micros());
    }

    /** How it stands, or stood at the end: an ask that is still open is not counted. */
    ResponseFigures figures(Map<ParticipantId, Visit> visits, Map<ParticipantId, CheckResult> checks) {
        return new ResponseFigures(
                new Hands(raised, waits.getTotalCount(), Quantiles.of(waits)),
                new Answers(asks, asked, confirmed, Quantiles.of(tooks), List.copyOf(newest)),
                check(visits, checks));
    }

    private ResponseFigures.@Nullable Check check(
            Map<ParticipantId, Visit> visits, Map<ParticipantId, CheckResult> checks) {
        if (checkFrom == null || checkTo == null) {
            return null;
        }
        var all = checks.values();
        return new ResponseFigures.Check(
                here(visits, checkFrom, checkTo, checks.keySet()),
                all.stream().filter(result -> result.heard() != null).count(),
                all.stream().filter(result -> result.saw() != null).count(),
                all.stream()
                        .filter(result -> result.saw() != null && result.sawRight())
                        .count(),
                all.stream().filter(result -> result.ready() != null).count());
    }

    /** How long hands were up until the trainer took them down, microseconds. */
    Histogram waits() {
        return waits;
    }

    /** How long first answers took, microseconds. */
    Histogram tooks() {
        return tooks;
    }
}
