package downbeat.web.http.imported;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.http.problem.ProblemException;
import downbeat.web.http.problem.ProblemType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A page, or a file of JSON-LD, with events of schema.org: each is read by itself. */
public final class PageFile {
    static final String ONLINE = "is online: what takes place there is no pop-up; name the place that guests come to.";

    private final Otherwise otherwise;
    private final Instant now;

    private PageFile(Otherwise otherwise, Instant now) {
        this.otherwise = otherwise;
        this.now = now;
    }

    /** Whether a text begins as one does. */
    public static boolean is(String text) {
        var start = text.stripLeading();
        return start.startsWith("<") || start.startsWith("{") || start.startsWith("[");
    }

    /**
     * @param most events in a file
     * @throws ProblemException naming what is wrong with the file as a whole
     */
    public static List<Brought> read(String text, Otherwise otherwise, Instant now, int most) {
        var events = PageScripts.read(text, most);
        if (events.isEmpty()) {
            throw ProblemType.BAD_CALENDAR
                    .saying("The file has no event of schema.org: \"@type\" must be Event, SportsEvent or the like.")
                    .asException();
        }
        var file = new PageFile(otherwise, now);
        return events.stream().map(file::brought).toList();
    }

    private Brought brought(PageEvent event) {
        var status = event.term("eventStatus");
        if (status.equals("EventCancelled") || status.equals("EventPostponed")) {
            var word = status.equals("EventCancelled") ? "cancelled." : "postponed, without saying until when.";
            return skipped(event, "cancelled", "eventStatus says that it is " + word);
        }
        try {
            Keys.check("@id", event.key());
            checkPlace(event, status);
            return timed(event);
        } catch (ProblemException e) {
            return new Brought.Wrong(event.line(), Keys.shown(event.key()), event.title(), e.problem());
        }
    }

    private static void checkPlace(PageEvent event, String status) {
        if (event.term("eventAttendanceMode").equals("OnlineEventAttendanceMode")) {
            throw ProblemType.BAD_FIELD.at("eventAttendanceMode", ONLINE);
        }
        if (status.equals("EventMovedOnline")) {
            throw ProblemType.BAD_FIELD.at("eventStatus", ONLINE);
        }
    }

    private Brought timed(PageEvent event) {
        var times = new PageTimes(event, otherwise.zone());
        var start = times.start();
        var length = times.length(start);
        if (!start.plus(length).instant().isAfter(now)) {
            return skipped(event, "over", "It was over on " + start.local().toLocalDate() + ".");
        }
        var cells = cells(event);
        cells.put("start", start.local().toString());
        cells.put("zone", start.zone().getId());
        cells.put("minutes", String.valueOf(length.toMinutes()));
        return new Brought.Event(
                event.line(), event.key(), event.title(), cells, event.has("eventSchedule"), note(event));
    }

    private Map<String, String> cells(PageEvent event) {
        if (event.title().isEmpty()) {
            throw ProblemType.MISSING_FIELD.at("name", "is missing: give the event a title.");
        }
        var cells = new LinkedHashMap<String, String>();
        cells.put("title", event.title());
        cells.put(
                "description",
                event.text("description").map(PlainText::paragraphs).orElse(""));
        event.spot().fill(cells, "location.geo", "such as \"geo\": {\"latitude\": 53.55, \"longitude\": 9.99}");
        cells.put("host", otherwise.host("organizer", event.host()));
        cells.put(
                "capacity",
                otherwise.capacity(
                        event.text("maximumPhysicalAttendeeCapacity").or(() -> event.text("maximumAttendeeCapacity"))));
        event.offers().stream().findFirst().ifPresent(offer -> price(cells, offer));
        return cells;
    }

    private static void price(Map<String, String> cells, JsonNode offer) {
        PageEvent.said(offer.path("price"))
                .or(() -> PageEvent.said(offer.path("lowPrice")))
                .ifPresent(price -> cells.put("price", price));
        PageEvent.said(offer.path("priceCurrency")).ifPresent(currency -> cells.put("currency", currency));
        PageEvent.said(offer.path("name")).map(PlainText::line).ifPresent(name -> cells.put("ticket", name));
    }

    private static Optional<String> note(PageEvent event) {
        var offers = event.offers();
        boolean several = offers.size() > 1 || offers.stream().anyMatch(offer -> offer.has("lowPrice"));
        var notes = Stream.of(
                        event.has("eventSchedule")
                                ? "It repeats: only this date is taken. Make a series of the draft to have the others."
                                : "",
                        several ? "It has several prices: only the first or lowest is taken." : "")
                .filter(note -> !note.isEmpty())
                .collect(Collectors.joining(" "));
        return notes.isEmpty() ? Optional.empty() : Optional.of(notes);
    }

    private static Brought skipped(PageEvent event, String code, String why) {
        return new Brought.Skipped(event.line(), Keys.shown(event.key()), event.title(), code, why);
    }
}
