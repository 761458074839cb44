package downbeat.web.http.imported;

import static downbeat.web.http.imported.Brings.MOST;
import static downbeat.web.http.imported.Brings.NOW;
import static downbeat.web.http.imported.Brings.SAID;
import static downbeat.web.http.imported.Brings.event;
import static downbeat.web.http.imported.Brings.file;
import static downbeat.web.http.imported.Brings.refused;
import static downbeat.web.http.imported.Brings.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** iCalendar files as calendars export them, and as nobody should. */
class CalendarFileTest {
    private static final String EVENT = """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:21981205T100000
            DURATION:PT90M
            SUMMARY:Ride
            LOCATION:Hall
            GEO:53.55;9.99
            END:VEVENT
            """;

    private static String calendar(String events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\n" + events + "END:VCALENDAR\n";
    }

    private static List<Brought> read(String text) {
        return CalendarFile.read(text, SAID, NOW, MOST);
    }

    private static Brought.Event only(String event) {
        var rows = read(calendar(event));
        assertThat(rows).hasSize(1);
        return event(rows.getFirst());
    }

    @Test
    void each_event_says_what_the_form_of_a_pop_up_asks_for() {
        var ride = event(read(file("rides.ics")).getFirst());
        assertThat(ride.line()).isEqualTo(13);
        assertThat(ride.key()).isEqualTo("morning@velo.example");
        assertThat(ride.cells())
                .containsEntry("title", "Morning ride & coffee")
                .containsEntry("description", "Bring a bottle, and a lock.\nSee you.")
                .containsEntry("place", "Market hall")
                .containsEntry("address", "Market hall, Marktplatz 1, 20095 Hamburg")
                .containsEntry("lat", "53.55")
                .containsEntry("lon", "9.99")
                .containsEntry("host", "Velo Club, Nord")
                .containsEntry("start", "2198-12-05T10:00")
                .containsEntry("zone", "Europe/Berlin")
                .containsEntry("minutes", "90")
                .containsEntry("capacity", "40");
    }

    @Test
    void a_time_in_utc_is_one_on_the_clocks_of_the_calendar_and_a_known_place_needs_no_coordinates() {
        var summer = event(read(file("rides.ics")).get(1));
        assertThat(summer.cells()).containsEntry("start", "2198-07-01T18:00").containsEntry("zone", "Europe/Berlin");
        assertThat(Double.parseDouble(summer.cells().get("lat"))).isBetween(52.5, 52.6);
    }

    @Test
    void of_what_repeats_the_first_date_to_come_is_taken_and_the_rest_is_named() {
        var rows = read(file("rides.ics"));
        var weekly = event(rows.get(2));
        assertThat(weekly.cells())
                .as("1 December is left out, 8 December an event of its own")
                .containsEntry("start", "2026-12-15T18:00");
        assertThat(weekly.note()).hasValueSatisfying(note -> assertThat(note).contains("series"));
        assertThat(event(rows.get(3)).key()).isEqualTo("weekly@velo.example 20261208T180000");
    }

    @Test
    void what_is_cancelled_or_over_is_skipped_by_name() {
        assertThat(read(file("rides.ics")).subList(4, 6))
                .extracting(row -> ((Brought.Skipped) row).title() + ": " + ((Brought.Skipped) row).code())
                .containsExactly("Called off: cancelled", "Long ago: over");
        assertThat(read(calendar(EVENT.replace("DURATION", "RRULE:FREQ=DAILY;COUNT=2\nDURATION")
                                .replace("21981205", "20200101")))
                        .getFirst())
                .isInstanceOfSatisfying(
                        Brought.Skipped.class, row -> assertThat(row.why()).contains("no date"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DTSTART;TZID=Europe/Berlin:21981205T100000 | DTSTART;VALUE=DATE:21981205 | DTSTART is a whole day
                    TZID=Europe/Berlin | TZID=Our Time                 | DTSTART has the TZID "Our Time", which is no time zone
                    T100000            | T106100                       | DTSTART must be a date and time
                    DURATION:PT90M     | DTEND:21981205T080000Z        | DTEND must be after the beginning
                    DURATION:PT90M     | DURATION:soon                 | DURATION must be a length of time
                    DURATION:PT90M     | X-NOTHING:1                   | DTEND is missing
                    GEO:53.55;9.99     | X-NOTHING:1                   | GEO is missing, and no place is known here by the name "Hall"
                    GEO:53.55;9.99     | GEO:north                     | GEO must be latitude and longitude
                    GEO:53.55;9.99     | GEO:153.55;9.99               | GEO must be latitude and longitude
                    LOCATION:Hall      | LOCATION:https://meet.example | LOCATION is a link
                    LOCATION:Hall      | X-NOTHING:1                   | LOCATION is missing
                    SUMMARY:Ride       | SUMMARY:<script>x</script>    | SUMMARY is missing
                    UID:a              | X-NOTHING:1                   | UID is missing
                    """)
    void what_is_wrong_with_an_event_is_told_by_its_property(String right, String odd, String sentence) {
        assertThat(EVENT).contains(right);
        assertThat(wrong(read(calendar(EVENT.replace(right, odd))))).startsWith(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY",
                "FREQ=MINUTELY;COUNT=2000000000",
                "FREQ=NEVER",
                "x",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"
            })
    void a_rule_that_nobody_needs_or_means_no_date_is_refused_without_counting_it_out(String rule) {
        var past = EVENT.replace("21981205", "20200105").replace("SUMMARY", "RRULE:" + rule + "\nSUMMARY");
        assertThat(wrong(read(calendar(past)))).startsWith("RRULE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=DAILY;UNTIL=20200110T090000",
                "FREQ=DAILY;UNTIL=20200110T090000Z",
                "FREQ=DAILY;UNTIL=20200110"
            })
    void a_rule_that_came_to_an_end_is_skipped(String rule) {
        var past = EVENT.replace("21981205", "20200105").replace("SUMMARY", "RRULE:" + rule + "\nSUMMARY");
        assertThat(read(calendar(past)).getFirst()).isInstanceOf(Brought.Skipped.class);
    }

    @Test
    void line_ends_folds_and_prefixed_zones_are_read_as_they_come() {
        var title = "SUMMARY:A long\r\n  title\r\n";
        assertThat(only(EVENT.replace("SUMMARY:Ride\n", title)).title()).isEqualTo("A long title");
        assertThat(only(EVENT.replace("TZID=", "TZID=/velo.example/20260101/")).cells())
                .containsEntry("zone", "Europe/Berlin");
        assertThat(only(EVENT.replace("DURATION:PT90M", "DTEND;TZID=Europe/London:21981205T100000"))
                        .cells())
                .containsEntry("minutes", "60");
        assertThat(only(EVENT.replace(";TZID=Europe/Berlin", "")).cells())
                .as("a floating time is one in the zone that was said")
                .containsEntry("zone", "Europe/Berlin");
        assertThat(only(EVENT.replace("GEO:", "X-APPLE-STRUCTURED-LOCATION;VALUE=URI:geo:")
                                .replace("53.55;", "53.55,"))
                        .cells())
                .containsEntry("lat", "53.55");
    }

    /** As Outlook and Exchange export them. */
    @ParameterizedTest
    @CsvSource({
        "W. Europe Standard Time, Europe/Berlin",
        "GMT Standard Time, Europe/London",
        "India Standard Time, Asia/Kolkata",
        "\"Eastern Standard Time\", America/New_York",
        "UTC, UTC"
    })
    void a_zone_by_its_name_in_windows_is_the_one_of_the_tz_database(String windows, String zone) {
        assertThat(only(EVENT.replace("TZID=Europe/Berlin", "TZID=" + windows)).cells())
                .containsEntry("zone", zone);
    }

    @Test
    void what_the_event_does_not_say_and_nobody_else_is_asked_for() {
        var floating = calendar(EVENT.replace(";TZID=Europe/Berlin", ""));
        assertThat(wrong(CalendarFile.read(floating, Otherwise.NOTHING, NOW, MOST)))
                .startsWith("DTSTART names no time zone: say the zone");
        assertThat(wrong(CalendarFile.read(calendar(EVENT), Otherwise.NOTHING, NOW, MOST)))
                .startsWith("ORGANIZER names nobody");
    }

    @Test
    void a_file_that_cannot_be_read_as_a_whole_names_the_line() {
        assertThat(refused(() -> read(calendar("")))).contains("no events");
        assertThat(refused(() -> read(calendar(EVENT.replace("END:VEVENT\n", "")))))
                .startsWith("Line 10 does not end VEVENT");
        assertThat(refused(() -> read("BEGIN:VCALENDAR\n" + EVENT))).contains("ends within VCALENDAR");
        assertThat(refused(() -> read(calendar("no colon here\n" + EVENT)))).startsWith("Line 3 cannot be read");
        assertThat(refused(() -> read(calendar("END:VTODO\n" + EVENT)))).startsWith("Line 3");
        assertThat(refused(() -> read("BEGIN:VCALENDAR\n".repeat(50_000)))).contains("too deep");
        assertThat(refused(() -> read(calendar(EVENT.repeat(MOST + 1))))).contains("more than 500 events");
    }
}
