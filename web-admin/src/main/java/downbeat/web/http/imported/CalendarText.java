package downbeat.web.http.imported;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.Context;
import com.github.mangstadt.vinnie.io.SyntaxRules;
import com.github.mangstadt.vinnie.io.VObjectDataListener;
import com.github.mangstadt.vinnie.io.VObjectReader;
import com.github.mangstadt.vinnie.io.Warning;
import downbeat.web.http.problem.ProblemType;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hears the lines of an iCalendar file and keeps the properties of its events. */
final class CalendarText implements VObjectDataListener {
    private static final int DEEPEST = 8;

    private final List<CalendarEvent> events = new ArrayList<>();
    private final Deque<Part> open = new ArrayDeque<>();
    private final List<VObjectProperty> properties = new ArrayList<>();
    private final int most;
    private Optional<String> zone = Optional.empty();

    private record Part(String name, int line) {}

    private CalendarText(int most) {
        this.most = most;
    }

    /** @throws downbeat.web.http.problem.ProblemException naming the line that cannot be read */
    static CalendarText read(String text, int most) {
        var calendar = new CalendarText(most);
        try (var reader = new VObjectReader(new StringReader(text), SyntaxRules.iCalendar())) {
            reader.parse(calendar);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (!calendar.open.isEmpty()) {
            var part = calendar.open.getLast();
            throw bad("The file ends within " + part.name() + ", which begins in line " + part.line()
                    + ": it was cut off, export it again.");
        }
        return calendar;
    }

    List<CalendarEvent> events() {
        return List.copyOf(events);
    }

    /** What the calendar as a whole says of its zone. */
    Optional<String> zone() {
        return zone;
    }

    @Override
    public void onComponentBegin(String name, Context context) {
        open.addLast(new Part(name.toUpperCase(Locale.ROOT), context.getLineNumber()));
        if (open.size() > DEEPEST) {
            throw bad("Line " + context.getLineNumber() + " begins a part in a part, too deep to be a calendar.");
        }
        if (within("VCALENDAR", "VEVENT")) {
            if (events.size() == most) {
                throw bad("The calendar has more than " + most + " events; bring the rest in another file.");
            }
            properties.clear();
        }
    }

    @Override
    public void onComponentEnd(String name, Context context) {
        var part = open.getLast();
        if (!("END:" + part.name())
                .equals(context.getUnfoldedLine().strip().replace(" ", "").toUpperCase(Locale.ROOT))) {
            throw bad("Line " + context.getLineNumber() + " does not end " + part.name() + ", which begins in line "
                    + part.line() + ": export the calendar again.");
        }
        if (within("VCALENDAR", "VEVENT")) {
            events.add(new CalendarEvent(part.line(), properties));
        }
        open.removeLast();
    }

    @Override
    public void onProperty(VObjectProperty property, Context context) {
        if (within("VCALENDAR", "VEVENT")) {
            properties.add(property);
        } else if (within("VCALENDAR") && property.getName().equalsIgnoreCase("X-WR-TIMEZONE")) {
            zone = Optional.of(property.getValue().strip());
        }
    }

    @Override
    public void onVersion(String value, Context context) {
        // 1.0 and 2.0 say the same of what is read here
    }

    @Override
    public void onWarning(
            Warning warning, @Nullable VObjectProperty property, @Nullable Exception exception, Context context) {
        switch (warning) {
            case UNKNOWN_VERSION -> {}
            case UNKNOWN_CHARSET, QUOTED_PRINTABLE_ERROR ->
                throw bad("Line " + context.getLineNumber() + " is not written in UTF-8; export the calendar so.");
            case MALFORMED_LINE, EMPTY_BEGIN, EMPTY_END, UNMATCHED_END ->
                throw bad("Line " + context.getLineNumber() + " cannot be read: \""
                        + PlainText.shortened(context.getUnfoldedLine()) + "\" is no line of a calendar here.");
        }
    }

    private boolean within(String... names) {
        return open.stream().map(Part::name).toList().equals(List.of(names));
    }

    private static RuntimeException bad(String sentence) {
        return ProblemType.BAD_CALENDAR.saying(sentence).asException();
    }
}
