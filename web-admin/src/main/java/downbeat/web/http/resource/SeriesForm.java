package downbeat.web.http.resource;

import downbeat.popups.series.domain.MovedDate;
import downbeat.popups.series.domain.Recurrence;
import downbeat.popups.series.domain.SeriesPlan;
import downbeat.web.http.operation.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads when a series takes place. */
final class SeriesForm {
    private static final int LENGTH_OF_A_DATE = 10;

    private SeriesForm() {}

    /** @param usual the first day it may take place unless the form says another */
    static SeriesPlan plan(Form form, LocalDate usual) {
        form.only("rule", "from", "leaveOut", "moved");
        return Parts.checked(
                form,
                () -> new SeriesPlan(
                        new Recurrence(form.text("rule", 1, 200)),
                        form.has("from") ? date(form, "from") : usual,
                        form.has("leaveOut") ? leaveOut(form) : List.of(),
                        form.has("moved") ? moved(form) : List.of()));
    }

    private static List<LocalDate> leaveOut(Form form) {
        var dates = new ArrayList<LocalDate>();
        for (var text : form.texts("leaveOut", Recurrence.MOST, LENGTH_OF_A_DATE)) {
            dates.add(parse(form, "leaveOut[" + dates.size() + "]", text));
        }
        return dates;
    }

    private static List<MovedDate> moved(Form form) {
        return form.objects("moved", 0, Recurrence.MOST).stream()
                .map(one -> one.only("date", "start"))
                .map(one -> new MovedDate(date(one, "date"), one.localTime("start")))
                .toList();
    }

    static LocalDate date(Form form, String name) {
        return parse(form, name, form.text(name, 1, LENGTH_OF_A_DATE));
    }

    private static LocalDate parse(Form form, String name, String text) {
        try {
            var date = LocalDate.parse(text);
            if (date.getYear() >= 2000 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeException e) {
            // answered below
        }
        throw form.bad(name, "must be a date of the years 2000 to 2199 such as 2026-12-24.");
    }
}
