package downbeat.web.http.resource;

import downbeat.kernel.Money;
import downbeat.popups.entity.CloseOut;
import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Answer;
import downbeat.web.http.operation.Call;
import downbeat.web.http.operation.Csv;
import downbeat.web.http.operation.Operation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** What a pop-up has come to, for its organizer. */
public final class CloseOutOperations {
    private static final String CLOSE_OUT = "/api/v1/pop-ups/{id}/close-out";

    private final PopUpShelf shelf;

    public CloseOutOperations(PopUpShelf shelf) {
        this.shelf = shelf;
    }

    record LineJson(
            String kind,
            String name,
            int issued,
            int walkIns,
            int came,
            int noShows,
            int cancelledEarly,
            int cancelledLate,
            int revoked,
            int released,
            int incidents,
            List<MoneyJson> paid,
            List<MoneyJson> due) {
        LineJson {
            paid = List.copyOf(paid);
            due = List.copyOf(due);
        }

        static LineJson of(CloseOut.Line line) {
            return new LineJson(
                    line.kind().value(),
                    line.name(),
                    line.issued(),
                    line.walkIns(),
                    line.came(),
                    line.noShows(),
                    line.cancelledEarly(),
                    line.cancelledLate(),
                    line.revoked(),
                    line.released(),
                    line.incidents(),
                    line.paid().stream().map(MoneyJson::of).toList(),
                    line.due().stream().map(MoneyJson::of).toList());
        }
    }

    record CloseOutJson(String phase, List<LineJson> kinds, LineJson all) {
        CloseOutJson {
            kinds = List.copyOf(kinds);
        }
    }

    /** The same as a line of a table. */
    record LineRow(
            String kind,
            int issued,
            int walkIns,
            int came,
            int noShows,
            int cancelledEarly,
            int cancelledLate,
            int revoked,
            int released,
            int incidents,
            String paid,
            String due) {
        static LineRow of(CloseOut.Line line) {
            return new LineRow(
                    line.name(),
                    line.issued(),
                    line.walkIns(),
                    line.came(),
                    line.noShows(),
                    line.cancelledEarly(),
                    line.cancelledLate(),
                    line.revoked(),
                    line.released(),
                    line.incidents(),
                    amounts(line.paid()),
                    amounts(line.due()));
        }

        private static String amounts(List<Money> sums) {
            return sums.stream().map(LineRow::amount).collect(Collectors.joining(" + "));
        }

        private static String amount(Money money) {
            int places = Math.max(0, money.currency().getDefaultFractionDigits());
            return BigDecimal.valueOf(money.minor(), places).toPlainString() + " "
                    + money.currency().getCurrencyCode();
        }
    }

    public List<Operation> operations() {
        return List.of(
                Operation.get("showCloseOut", CLOSE_OUT, Access.HOST, this::show),
                Operation.get("exportCloseOut", CLOSE_OUT + ".csv", Access.HOST, this::export));
    }

    private CompletionStage<Answer> show(Call call) {
        return shelf.own(call).thenApply(found -> {
            var closed = CloseOut.of(found.card());
            return Answer.ok(new CloseOutJson(
                    found.card().phase().name(),
                    closed.lines().stream().map(LineJson::of).toList(),
                    LineJson.of(closed.all())));
        });
    }

    private CompletionStage<Answer> export(Call call) {
        return shelf.own(call).thenApply(found -> {
            var closed = CloseOut.of(found.card());
            var lines = new ArrayList<>(closed.lines());
            lines.add(closed.all());
            var rows = lines.stream().map(LineRow::of).toList();
            return Answer.bytes("text/csv; charset=UTF-8; header=present", Csv.of(LineRow.class, rows))
                    .with("Content-Disposition", "attachment; filename=\"close-out.csv\"");
        });
    }
}
