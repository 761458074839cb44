package downbeat.web.http.resource;

import downbeat.kernel.Refusal;
import downbeat.popups.domain.LifeRefusal.AlreadyDrafted;
import downbeat.popups.domain.PopUpCommand.Draft;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.entity.PopUps;
import downbeat.web.http.guard.Allowance;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Takes;
import downbeat.web.http.problem.Problem;
import downbeat.web.http.problem.ProblemException;
import downbeat.web.http.problem.ProblemType;
import downbeat.web.identity.Caller;
import downbeat.web.identity.token.Derived;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Pop-ups from a file of comma separated values: each row becomes a draft or says why not, and none is half done. Whatever is
 * sent again makes nothing twice: a row is known by its key.
 */
public final class ImportOperations {
    private static final int AT_ONCE = 25;

    private final PopUps popUps;
    private final Derived derived;
    private final Executor blocking;

    public ImportOperations(PopUps popUps, Derived derived, Executor blocking) {
        this.popUps = popUps;
        this.derived = derived;
        this.blocking = blocking;
    }

    /** What became of a row. */
    enum State {
        MADE,
        /** By the same row, earlier. */
        THERE,
        WRONG
    }

    /**
     * @param line in the file, from 1
     * @param column that is wrong, if one is
     */
    record RowJson(
            int line,
            String key,
            String title,
            State state,
            @Nullable String popUp,
            @Nullable String column,
            @Nullable String code,
            @Nullable String detail) {

        private static RowJson wrong(int line, String key, String title, Problem problem) {
            var column = problem.field() == null
                    ? null
                    : ImportRow.column(problem.field()).orElse(problem.field());
            var said = problem.field() == null || column == null
                    ? problem.detail()
                    : problem.detail().replaceFirst("^" + java.util.regex.Pattern.quote(problem.field()), column);
            return new RowJson(line, key, title, State.WRONG, null, column, problem.code(), said);
        }
    }

    record ImportJson(int made, int there, int wrong, List<RowJson> rows) {
        ImportJson {
            rows = List.copyOf(rows);
        }

        static ImportJson of(List<RowJson> rows) {
            return new ImportJson(count(rows, State.MADE), count(rows, State.THERE), count(rows, State.WRONG), rows);
        }

        private static int count(List<RowJson> rows, State state) {
            return (int) rows.stream().filter(row -> row.state() == state).count();
        }
    }

    /** A row that can be made. */
    private record Fit(int line, String key, PopUpDetails details) {}

    public List<Operation> operations() {
        return List.of(
                Operation.post("importPopUps", "/api/v1/pop-ups/import", Access.ORGANIZER, Takes.FILE, this::take)
                        .allowing(Allowance.IMPORT_BY_ADDRESS));
    }

    private CompletionStage<Answer> take(Call call) {
        return CompletableFuture.supplyAsync(
                        () -> ImportSheet.read(call.body(), ImportRow.REQUIRED, ImportRow.KNOWN), blocking)
                .thenComposeAsync(sheet -> rows(call.me(), sheet), blocking)
                .thenApply(rows -> Answer.ok(ImportJson.of(rows)));
    }

    /** Some at once, so that a file of many rows leaves the node to others too. */
    private CompletionStage<List<RowJson>> rows(Caller me, ImportSheet sheet) {
        var keys = new HashSet<String>();
        CompletionStage<List<RowJson>> done = CompletableFuture.completedStage(List.of());
        for (int from = 0; from < sheet.lines().size(); from += AT_ONCE) {
            var some = sheet.lines()
                    .subList(from, Math.min(from + AT_ONCE, sheet.lines().size()));
            done = done.thenCompose(before -> all(some.stream()
                            .map(line -> row(me, sheet, line, keys))
                            .toList())
                    .thenApply(more -> joined(before, more)));
        }
        return done;
    }

    private static CompletionStage<List<RowJson>> all(List<CompletionStage<RowJson>> rows) {
        var futures = rows.stream().map(CompletionStage::toCompletableFuture).toList();
        return CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new))
                .thenApply(done -> futures.stream().map(CompletableFuture::join).toList());
    }

    private static List<RowJson> joined(List<RowJson> before, List<RowJson> more) {
        var all = new ArrayList<>(before);
        all.addAll(more);
        return all;
    }

    private CompletionStage<RowJson> row(Caller me, ImportSheet sheet, ImportSheet.Line line, Set<String> keys) {
        var key = "";
        var title = "";
        try {
            var row = ImportRow.of(sheet, line);
            key = row.key();
            title = row.cells().getOrDefault("title", "");
            if (!keys.add(key)) {
                throw ProblemType.BAD_FIELD.at("key", "must be another in each row; this one was there before.");
            }
            return draft(me, new Fit(line.number(), key, row.details()));
        } catch (ProblemException e) {
            return CompletableFuture.completedStage(RowJson.wrong(line.number(), key, title, e.problem()));
        }
    }

    private CompletionStage<RowJson> draft(Caller me, Fit row) {
        var id = new PopUpId(derived.name("u", me.account().value(), "import", row.key()));
        return popUps.ask(id, new Draft(me.account(), row.details()))
                .thenCompose(outcome -> outcome.fold(
                        reply -> CompletableFuture.completedStage(made(row, id, State.MADE)),
                        refusal -> refusal instanceof AlreadyDrafted
                                ? known(row, id)
                                : CompletableFuture.completedStage(refused(row, refusal))));
    }

    private CompletionStage<RowJson> known(Fit row, PopUpId id) {
        return popUps.show(id)
                .thenApply(card -> card.filter(it -> it.details().equals(row.details()))
                        .map(same -> made(row, id, State.THERE))
                        .orElseGet(() -> new RowJson(
                                row.line(),
                                row.key(),
                                row.details().title(),
                                State.WRONG,
                                id.value(),
                                "key",
                                "row-differs",
                                "A pop-up was made from a row with this key, and it says something else now: edit it"
                                        + " there, or give this row a new key.")));
    }

    private static RowJson made(Fit row, PopUpId id, State state) {
        return new RowJson(row.line(), row.key(), row.details().title(), state, id.value(), null, null, null);
    }

    private static RowJson refused(Fit row, Refusal refusal) {
        return new RowJson(
                row.line(),
                row.key(),
                row.details().title(),
                State.WRONG,
                null,
                refusal.field().flatMap(ImportRow::column).orElse(null),
                refusal.code(),
                refusal.detail());
    }
}
