package downbeat.web.http.resource;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A pop-up as iCalendar (RFC 5545). The UID stays the same for good and the SEQUENCE goes up with every move and the
 * cancellation, so that a calendar that has it follows.
 */
final class CalendarFile {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    /** In octets, the line end not counted (section 3.1). */
    private static final int LONGEST_LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private CalendarFile() {}

    static String of(PopUpShelf.Found found, Instant now) {
        var card = found.card();
        var details = card.details();
        var place = details.place();
        var file = new CalendarFile();
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//Downbeat//Pop-ups//EN");
        file.line("BEGIN:VEVENT");
        file.line("UID:" + found.id().value() + "@downbeat.dev");
        file.line("SEQUENCE:" + card.sequence());
        file.line("DTSTAMP:" + UTC.format(now));
        file.line("DTSTART:" + UTC.format(card.start()));
        file.line("DTEND:" + UTC.format(card.end()));
        file.line("SUMMARY:" + escaped(details.title()));
        file.line("DESCRIPTION:" + escaped(details.description()));
        file.line("LOCATION:" + escaped(place.name() + ", " + place.address()));
        file.line("GEO:" + degrees(place.point().latitude()) + ";"
                + degrees(place.point().longitude()));
        file.line("STATUS:" + status(found));
        file.line("END:VEVENT");
        file.line("END:VCALENDAR");
        return file.text.toString();
    }

    private static String status(PopUpShelf.Found found) {
        return switch (found.card().phase()) {
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
