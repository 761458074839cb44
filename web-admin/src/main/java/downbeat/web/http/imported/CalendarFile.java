package downbeat.web.http.imported;

import downbeat.web.http.problem.ProblemException;
import downbeat.web.http.problem.ProblemType;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An iCalendar file (RFC 5545): each VEVENT is read by itself, and what is wrong with one is told of that one. */
public final class CalendarFile {
    private static final String MORE =
            "It repeats: only this date is taken. Make a series of the draft to have the others.";

    private final Otherwise otherwise;
    private final Instant now;
    /** By UID, the beginnings that events of their own replace. */
    private final Map<String, Set<Instant>> replaced = new HashMap<>();

    private CalendarFile(Otherwise otherwise, Instant now) {
        this.otherwise = otherwise;
        this.now = now;
    }

    /** Whether a text says that it is one. */
    public static boolean is(String text) {
        return text.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15);
    }

    /**
     * @param most events in a file
     * @throws ProblemException naming what is wrong with the file as a whole
     */
    public static List<Brought> read(String text, Otherwise otherwise, Instant now, int most) {
        var calendar = CalendarText.read(text, most);
        if (calendar.events().isEmpty()) {
            throw ProblemType.BAD_CALENDAR.saying("The calendar has no events.").asException();
        }
        var file = new CalendarFile(otherwise.in(calendar.zone().flatMap(Zones::named)), now);
        calendar.events().forEach(file::replace);
        return calendar.events().stream().map(file::brought).toList();
    }

    private void replace(CalendarEvent event) {
        new CalendarTimes(event, otherwise.zone())
                .instants("RECURRENCE-ID")
                .forEach(date -> replaced.computeIfAbsent(event.uid(), uid -> new HashSet<>())
                        .add(date));
    }

    private Brought brought(CalendarEvent event) {
        if (event.text("STATUS").filter("CANCELLED"::equalsIgnoreCase).isPresent()) {
            return skipped(event, "cancelled", "STATUS says that it is cancelled.");
        }
        try {
            Keys.check("UID", event.key());
            return timed(event);
        } catch (ProblemException e) {
            return new Brought.Wrong(event.line(), Keys.shown(event.key()), event.title(), e.problem());
        }
    }

    private Brought timed(CalendarEvent event) {
        var times = new CalendarTimes(event, otherwise.zone());
        var start = times.start();
        var length = times.length(start);
        var rule = event.text("RRULE");
        boolean repeats = rule.isPresent() || event.first("RDATE").isPresent();
        var without = new HashSet<Instant>(times.instants("EXDATE").toList());
        if (repeats) {
            without.addAll(replaced.getOrDefault(event.uid(), Set.of()));
        }
        var first = rule.map(said -> new Rhythm(start, length, said, without).firstAfter(now))
                .orElseGet(() -> Optional.of(start).filter(date -> !without.contains(date.instant())));
        if (first.isEmpty()) {
            return skipped(event, "over", "It repeats, and no date of it is left to come.");
        }
        var date = first.get();
        if (!date.plus(length).instant().isAfter(now)) {
            return skipped(event, "over", "It was over on " + date.local().toLocalDate() + ".");
        }
        var cells = cells(event);
        cells.put("start", date.local().toString());
        cells.put("zone", date.zone().getId());
        cells.put("minutes", String.valueOf(length.toMinutes()));
        return new Brought.Event(
                event.line(),
                event.key(),
                event.title(),
                cells,
                repeats,
                repeats ? Optional.of(MORE) : Optional.empty());
    }

    private Map<String, String> cells(CalendarEvent event) {
        if (event.title().isEmpty()) {
            throw ProblemType.MISSING_FIELD.at("SUMMARY", "is missing: give the event a title.");
        }
        var cells = new LinkedHashMap<String, String>();
        cells.put("title", event.title());
        cells.put(
                "description",
                event.text("DESCRIPTION").map(PlainText::paragraphs).orElse(""));
        event.spot().fill(cells, "GEO", "such as GEO:53.55;9.99");
        cells.put("host", otherwise.host("ORGANIZER", event.host()));
        cells.put("capacity", otherwise.capacity(Optional.empty()));
        return cells;
    }

    private static Brought skipped(CalendarEvent event, String code, String why) {
        return new Brought.Skipped(event.line(), Keys.shown(event.key()), event.title(), code, why);
    }
}
