package downbeat.web.http.resource;

import downbeat.popups.domain.PopUpId;
import downbeat.popups.entity.PopUpCard;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * Pop-ups as iCalendar (RFC 5545, RFC 7986). The UID of one stays the same for good and its SEQUENCE goes up with every move and
 * the cancellation, so that a calendar that has it follows. Times are in UTC: each is one instant, whatever rules of a time zone
 * the reader has.
 */
final class CalendarFile {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** In octets, the line end not counted (section 3.1). */
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private CalendarFile() {}

    /**
     * A pop-up with what only its keeper knows.
     *
     * @param stamp when what is said of it last changed
     */
    record Entry(PopUpId id, PopUpCard card, Instant stamp) {}

    /** One pop-up, to be put into a calendar once. */
    static byte[] of(Entry entry, String pages) {
        var file = new CalendarFile();
        file.begin();
        file.entry(entry, pages);
        return file.end();
    }

    /** Many, to be looked at again every hour. */
    static byte[] feed(String name, List<Entry> entries, String pages) {
        var file = new CalendarFile();
        file.begin();
        file.line("NAME:" + escaped(name));
        file.line("X-WR-CALNAME:" + escaped(name));
        file.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        file.line("X-PUBLISHED-TTL:PT1H");
        entries.forEach(entry -> file.entry(entry, pages));
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

    private void entry(Entry entry, String pages) {
        var card = entry.card();
        var details = card.details();
        var place = details.place();
        line("BEGIN:VEVENT");
        line("UID:" + entry.id().value() + "@downbeat.dev");
        line("SEQUENCE:" + card.sequence());
        line("DTSTAMP:" + UTC.format(entry.stamp()));
        line("LAST-MODIFIED:" + UTC.format(entry.stamp()));
        line("DTSTART:" + UTC.format(card.start()));
        line("DTEND:" + UTC.format(card.end()));
        line("SUMMARY:" + escaped(details.title()));
        line("DESCRIPTION:" + escaped(description(card)));
        line("LOCATION:" + escaped(place.name() + ", " + place.address()));
        line("GEO:" + degrees(place.point().latitude()) + ";"
                + degrees(place.point().longitude()));
        line("STATUS:" + status(card));
        line("URL:" + pages + "/pop-ups/" + entry.id().value());
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
