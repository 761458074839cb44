package downbeat.web.http.resource;

import downbeat.kernel.GeoPoint;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.entity.PopUpCard;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Pop-ups, and what else there is to find, as iCalendar (RFC 5545, RFC 7986). The UID of one stays the same for good and its SEQUENCE goes up with every move and
 * the cancellation, so that a calendar that has it follows. Times are in UTC: each is one instant, whatever rules of a time zone
 * the reader has.
 */
public final class CalendarFile {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** In octets, the line end not counted (section 3.1). */
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private CalendarFile() {}

    /**
     * Something that begins and ends.
     *
     * @param id of it: of the same thing the same in all calendars
     * @param sequence goes up with every move
     * @param stamp when what is said of it last changed
     * @param location as one says it; empty where there is none
     * @param status of RFC 5545
     * @param path of its page
     */
    public record Item(
            String id,
            int sequence,
            Instant stamp,
            Instant start,
            Instant end,
            String title,
            String description,
            String location,
            Optional<GeoPoint> point,
            String status,
            String path) {

        static Item of(PopUpId id, PopUpCard card, Instant stamp) {
            var place = card.details().place();
            return new Item(
                    id.value(),
                    card.sequence(),
                    stamp,
                    card.start(),
                    card.end(),
                    card.details().title(),
                    CalendarFile.description(card),
                    place.name() + ", " + place.address(),
                    Optional.of(place.point()),
                    CalendarFile.status(card),
                    "/pop-ups/" + id.value());
        }
    }

    /** One, to be put into a calendar once. */
    static byte[] of(Item item, String pages) {
        var file = new CalendarFile();
        file.begin();
        file.item(item, pages);
        return file.end();
    }

    /** Many, to be looked at again every hour. */
    public static byte[] feed(String name, List<Item> items, String pages) {
        var file = new CalendarFile();
        file.begin();
        file.line("NAME:" + escaped(name));
        file.line("X-WR-CALNAME:" + escaped(name));
        file.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        file.line("X-PUBLISHED-TTL:PT1H");
        items.forEach(item -> file.item(item, pages));
        return file.end();
    }

    private void begin() {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Downbeat//Pop-ups//EN");
    }

    private byte[] end() {
        line("END:VCALENDAR");
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void item(Item item, String pages) {
        line("BEGIN:VEVENT");
        line("UID:" + item.id() + "@downbeat.dev");
        line("SEQUENCE:" + item.sequence());
        line("DTSTAMP:" + UTC.format(item.stamp()));
        line("LAST-MODIFIED:" + UTC.format(item.stamp()));
        line("DTSTART:" + UTC.format(item.start()));
        line("DTEND:" + UTC.format(item.end()));
        line("SUMMARY:" + escaped(item.title()));
        line("DESCRIPTION:" + escaped(item.description()));
        if (!item.location().isEmpty()) {
            line("LOCATION:" + escaped(item.location()));
        }
        item.point().ifPresent(point -> line("GEO:" + degrees(point.latitude()) + ";" + degrees(point.longitude())));
        line("STATUS:" + item.status());
        line("URL:" + pages + item.path());
        line("END:VEVENT");
    }

    /** Why it is cancelled is what a reader looks for first. */
    private static String description(PopUpCard card) {
        var said = card.details().description();
        return card.cancelReason()
                .map(reason -> "Cancelled: " + reason + (said.isEmpty() ? "" : "\n\n" + said))
                .orElse(said);
    }

    private static String status(PopUpCard card) {
        return switch (card.phase()) {
            case DRAFT -> "TENTATIVE";
            case CANCELLED -> "CANCELLED";
            case PUBLISHED, DOORS_OPEN, CLOSED -> "CONFIRMED";
        };
    }

    /** Without an exponent, which a calendar does not read. */
    private static String degrees(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r\n", "\\n")
                .replace("\n", "\\n")
                .replace("\r", "\\n");
    }

    /** Folded where it is too long, never within a character. */
    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int c = line.codePointAt(i);
            var character = Character.toString(c);
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += more;
            i += Character.charCount(c);
        }
        text.append("\r\n");
    }
}
