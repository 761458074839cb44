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

/** Events of schema.org as pages carry them, and as nobody should. */
class PageFileTest {
    private static final String EVENT = """
            {"@type": "http://schema.org/Event", "@id": "e1", "name": "Ride", "startDate": "2198-12-05T10:00", "endDate": "2198-12-05T11:00+0100",
             "location": {"name": "Hall", "address": "Markt 1", "geo": {"latitude": 53.55, "longitude": 9.99}}, "offers": {"price": 5}}""";

    private static List<Brought> read(String text) {
        return PageFile.read(text, SAID, NOW, MOST);
    }

    @Test
    void an_event_in_the_script_of_a_page_says_what_the_form_of_a_pop_up_asks_for() {
        var ride = event(read(file("rides.html")).getFirst());
        assertThat(ride.line()).isEqualTo(9);
        assertThat(ride.key()).isEqualTo("https://velo.example/rides/1");
        assertThat(ride.cells())
                .containsEntry("title", "Ride & coffee")
                .containsEntry("place", "Market hall")
                .containsEntry("address", "Marktplatz 1, 20095 Hamburg")
                .containsEntry("lat", "53.55")
                .containsEntry("host", "Velo Club Nord")
                .containsEntry("start", "2198-12-05T10:00")
                .containsEntry("minutes", "90")
                .containsEntry("capacity", "25")
                .containsEntry("ticket", "Seat")
                .containsEntry("price", "12.50");
        assertThat(ride.cells().get("description"))
                .startsWith("Bring a bottle.\n")
                .endsWith("See you.");
        assertThat(ride.note()).hasValueSatisfying(note -> assertThat(note).contains("several prices"));
    }

    @Test
    void what_is_online_is_refused_what_is_cancelled_or_over_skipped_and_a_comment_is_no_script() {
        var rows = read(file("rides.html"));
        assertThat(rows).hasSize(3);
        assertThat(wrong(rows.subList(1, 2))).startsWith("eventAttendanceMode is online");
        assertThat(rows.get(2))
                .isInstanceOfSatisfying(
                        Brought.Skipped.class, row -> assertThat(row.code()).isEqualTo("cancelled"));
        assertThat(read(EVENT.replace("2198", "2021")).getFirst()).isInstanceOf(Brought.Skipped.class);
    }

    @Test
    void a_file_of_json_is_one_event_a_list_or_a_graph() {
        assertThat(event(read(EVENT).getFirst()).cells())
                .containsEntry("price", "5")
                .containsEntry("minutes", "60")
                .containsEntry("address", "Markt 1");
        assertThat(read("[" + EVENT + ",\n" + EVENT + "]"))
                .extracting(Brought::line)
                .containsExactly(1, 3);
        assertThat(event(read(EVENT.replace("\"@id\": \"e1\", ", "")).getFirst())
                        .key())
                .isEqualTo("Ride 2198-12-05T10:00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "2198-12-05T10:00"            | "2198-12-05"                | startDate is a whole day
                    "2198-12-05T10:00"            | "soon"                      | startDate must be a date and time
                    "endDate"                     | "doorTime"                  | endDate is missing
                    11:00+0100                    | 09:00+0100                  | endDate must be after the beginning
                    "latitude": 53.55             | "latitude": "north"         | location.geo must have a latitude
                    "geo"                         | "hasMap"                    | location.geo is missing, and no place is known
                    "location": {                 | "location": {"@type": "VirtualLocation", | location is online
                    "name": "Ride"                | "name": "<script>x</script>" | name is missing
                    "name": "Ride"                | "name": {"deep": 1}         | name is missing
                    """)
    void what_is_wrong_with_an_event_is_told_by_its_property(String right, String odd, String sentence) {
        assertThat(EVENT).contains(right);
        assertThat(wrong(read(EVENT.replace(right, odd)))).startsWith(sentence);
    }

    @Test
    void a_file_that_cannot_be_read_as_a_whole_names_the_line() {
        assertThat(refused(() -> read("{\n\"@type\": }"))).startsWith("Line 2 cannot be read as JSON");
        assertThat(refused(() -> read("<html>\n<script type=\"application/ld+json\">\n{,}</script>")))
                .startsWith("Line 3");
        assertThat(refused(() -> read("[".repeat(100_000)))).contains("nest");
        assertThat(refused(() -> read("<html>hello</html>"))).contains("no script");
        assertThat(refused(() -> read("<div>".repeat(100_000)))).contains("no script");
        assertThat(refused(() -> read("{}"))).contains("no event");
        assertThat(refused(() -> read("[" + (EVENT + ",").repeat(MOST) + EVENT + "]")))
                .contains("more than 500 events");
    }
}
