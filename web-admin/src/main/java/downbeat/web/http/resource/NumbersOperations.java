package downbeat.web.http.resource;

import downbeat.classes.live.report.ClassReport.Quantiles;
import downbeat.classes.view.ClassNumbers;
import downbeat.classes.view.TrainerNumbers;
import downbeat.drops.view.DropBoard;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Csv;
import downbeat.web.http.operation.Operation;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How all of a trainer's classes went, beside each other; as JSON and as CSV. */
public final class NumbersOperations {
    private static final String NUMBERS = "/api/v1/me/numbers";

    private final TrainerNumbers numbers;
    private final DropBoard drops;
    private final Clock clock;
    private final Executor blocking;

    public NumbersOperations(TrainerNumbers numbers, DropBoard drops, Clock clock, Executor blocking) {
        this.numbers = numbers;
        this.drops = drops;
        this.clock = clock;
        this.blocking = blocking;
    }

    /**
     * A class in one line, null where nothing was counted.
     *
     * @param returned14d of those who joined, who came again to this trainer within 14 days so far
     * @param repeatComplete whether the 14 days have passed
     * @param fellShare of the members, whose devices were ever below the best rung
     * @param attachRate share of those who were there who claimed a bundle of a drop of the class
     */
    record NumbersJson(
            String classId,
            String title,
            Instant start,
            long expected,
            long joined,
            double joinSuccess,
            @Nullable Double upperP50Ms,
            @Nullable Double upperP95Ms,
            @Nullable Double upperP99Ms,
            @Nullable Double skewP95Ms,
            long deliveries,
            long unacked,
            long resumed,
            long recovered,
            @Nullable Double retention1m,
            @Nullable Double retention3m,
            @Nullable Double retention7m,
            long responses,
            long returned14d,
            @Nullable Double repeat14d,
            boolean repeatComplete,
            @Nullable Double joinP50Ms,
            @Nullable Double joinP95Ms,
            @Nullable Double rttP95Ms,
            @Nullable Double jitterP50Ms,
            @Nullable Double jitterP95Ms,
            @Nullable Double jitterP99Ms,
            @Nullable Long fallbacks,
            @Nullable Double fellShare,
            @Nullable Long hands,
            @Nullable Double handWaitP50Ms,
            @Nullable Long asks,
            @Nullable Double confirmedShare,
            @Nullable Double answerP50Ms,
            @Nullable Double checkHeardShare,
            @Nullable Double checkSawRightShare,
            @Nullable Double checkReadyShare,
            @Nullable Double attachRate) {
        static NumbersJson of(ClassNumbers row, @Nullable Integer claimers) {
            var report = row.report();
            var links = LinkJson.of(report.links());
            var back = BackJson.of(report.back());
            var check = back == null ? null : back.check();
            return new NumbersJson(
                    row.id().value(),
                    row.title(),
                    row.start(),
                    report.asked(),
                    report.joined(),
                    report.joinSuccess(),
                    measured(report.cue().upper(), Quantiles::p50),
                    measured(report.cue().upper(), Quantiles::p95),
                    measured(report.cue().upper(), Quantiles::p99),
                    measured(report.skew(), Quantiles::p95),
                    report.cue().sent(),
                    report.cue().unacked(),
                    report.resumed(),
                    report.recovered(),
                    report.retention().oneMinute(),
                    report.retention().threeMinutes(),
                    report.retention().sevenMinutes(),
                    report.responses(),
                    row.repeat().returned(),
                    row.repeat().share(),
                    row.repeat().complete(),
                    links == null ? null : links.joinMs().p50(),
                    links == null ? null : links.joinMs().p95(),
                    links == null ? null : links.rttMs().p95(),
                    links == null ? null : links.jitterMs().p50(),
                    links == null ? null : links.jitterMs().p95(),
                    links == null ? null : links.jitterMs().p99(),
                    report.fallbacks(),
                    links == null ? null : links.rungs().fellShare(),
                    back == null ? null : (Long) back.hands().raised(),
                    back == null ? null : back.hands().waitedMs().p50(),
                    back == null ? null : (Long) back.answers().asks(),
                    back == null ? null : back.answers().confirmedShare(),
                    back == null ? null : back.answers().tookMs().p50(),
                    check == null ? null : check.heardShare(),
                    check == null ? null : check.sawRightShare(),
                    check == null ? null : check.readyShare(),
                    AttachRate.of(claimers, row.repeat().cohort()));
        }

        private static @Nullable Double measured(Quantiles quantiles, Function<Quantiles, Double> which) {
            return quantiles.count() == 0 ? null : which.apply(quantiles);
        }
    }

    record AllJson(List<NumbersJson> items) {}

    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "listNumbers",
                        NUMBERS,
                        Access.TRAINER,
                        call -> rows(call).thenApply(rows -> Answer.ok(new AllJson(rows)))),
                Operation.get(
                        "downloadNumbers",
                        NUMBERS + ".csv",
                        Access.TRAINER,
                        call -> rows(call)
                                .thenApply(rows -> Answer.bytes(
                                                "text/csv; charset=UTF-8; header=present",
                                                Csv.of(NumbersJson.class, rows))
                                        .with("Content-Disposition", "attachment; filename=\"classes.csv\""))));
    }

    private CompletionStage<List<NumbersJson>> rows(Call call) {
        var trainer = call.me().account();
        return CompletableFuture.supplyAsync(
                () -> {
                    var rows = numbers.of(trainer, clock.instant());
                    var claimers =
                            drops.claimers(rows.stream().map(ClassNumbers::id).toList());
                    return rows.stream()
                            .map(row -> NumbersJson.of(row, claimers.get(row.id())))
                            .toList();
                },
                blocking);
    }
}
