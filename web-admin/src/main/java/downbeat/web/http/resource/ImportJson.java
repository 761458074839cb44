package downbeat.web.http.resource;

import downbeat.kernel.Refusal;
import downbeat.web.http.imported.Brought;
import downbeat.web.http.problem.Problem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What became of a file, or would. */
record ImportJson(int made, int fits, int there, int skipped, int wrong, List<Row> rows) {
    ImportJson {
        rows = List.copyOf(rows);
    }

    static ImportJson of(List<Row> rows) {
        return new ImportJson(
                count(rows, State.MADE),
                count(rows, State.FITS),
                count(rows, State.THERE),
                count(rows, State.SKIPPED),
                count(rows, State.WRONG),
                rows);
    }

    private static int count(List<Row> rows, State state) {
        return (int) rows.stream().filter(row -> row.state() == state).count();
    }

    /** What became of a row. */
    enum State {
        MADE,
        /** It would be made: this is a trial. */
        FITS,
        /** By the same row, earlier. */
        THERE,
        /** Cancelled, or over. */
        SKIPPED,
        WRONG
    }

    /**
     * @param line in the file, from 1
     * @param column that is wrong, if one is
     * @param note what of it was not taken over
     */
    record Row(
            int line,
            String key,
            String title,
            State state,
            @Nullable String popUp,
            @Nullable String column,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String note) {

        static Row fine(Brought.Event event, State state, @Nullable String popUp) {
            return new Row(
                    event.line(),
                    event.key(),
                    event.title(),
                    state,
                    popUp,
                    null,
                    null,
                    null,
                    event.note().orElse(null));
        }

        static Row skipped(Brought.Skipped event) {
            return new Row(
                    event.line(),
                    event.key(),
                    event.title(),
                    State.SKIPPED,
                    null,
                    null,
                    event.code(),
                    event.why(),
                    null);
        }

        static Row wrong(Brought row, Problem problem) {
            var column = problem.field() == null
                    ? null
                    : ImportRow.column(problem.field()).orElse(problem.field());
            var said = problem.field() == null || column == null
                    ? problem.detail()
                    : problem.detail().replaceFirst("^" + Pattern.quote(problem.field()), column);
            return wrong(row, null, column, problem.code(), said);
        }

        static Row refused(Brought row, Refusal refusal) {
            var column = refusal.field().flatMap(ImportRow::column).orElse(null);
            return wrong(row, null, column, refusal.code(), refusal.detail());
        }

        static Row differs(Brought row, String popUp) {
            return wrong(
                    row,
                    popUp,
                    "key",
                    "row-differs",
                    "A pop-up was made from a row with this key, and it says something else now: edit it there, or give"
                            + " this row a new key.");
        }

        private static Row wrong(
                Brought row, @Nullable String popUp, @Nullable String column, String code, String detail) {
            return new Row(row.line(), row.key(), row.title(), State.WRONG, popUp, column, code, detail, null);
        }
    }
}
