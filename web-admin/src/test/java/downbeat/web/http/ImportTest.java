package downbeat.web.http;

import static downbeat.web.stage.PopUpBodies.ALL;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pop-ups from a file of comma separated values, as spreadsheets and people write them. */
class ImportTest {
    private static final String IMPORT = ALL + "/import";
    private static final String HEADER = "key,title,host,place,address,lat,lon,zone,start,minutes,capacity\n";
    private static final String RIGHT =
            "Morning ride,Velo Club,Hall,\"Marktplatz 1, Hamburg\",53.55,9.99,Europe/Berlin,2198-12-05T10:00,90,40\n";

    private static Stage stage;
    private static Visitor omar;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        omar = stage.organizer("import-omar");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Reply send(byte[] file) {
        return omar.send("POST", IMPORT, file, "Content-Type", "text/csv");
    }

    private static JsonNode taken(String file) {
        return send(file.getBytes(UTF_8)).expecting(200).json();
    }

    private static String detail(byte[] file) {
        var reply = send(file).expecting(400);
        assertThat(reply.problem()).isEqualTo("bad-csv");
        return reply.json().get("detail").asText();
    }

    private static JsonNode only(JsonNode taken) {
        assertThat(taken.get("rows")).hasSize(1);
        return taken.get("rows").get(0);
    }

    @Test
    void each_row_is_made_or_says_why_not_and_the_same_file_corrected_makes_only_what_was_wrong() {
        var file = HEADER + "a1," + RIGHT + "a2," + RIGHT.replace("10:00", "25:00") + "a3," + RIGHT;
        var first = taken(file);
        assertThat(first.get("made").asInt()).isEqualTo(2);
        var wrong = first.get("rows").get(1);
        assertThat(wrong.get("line").asInt()).isEqualTo(3);
        assertThat(wrong.get("state").asText()).isEqualTo("WRONG");
        assertThat(wrong.get("column").asText()).isEqualTo("start");
        assertThat(wrong.get("detail").asText()).startsWith("start must be a local date and time");
        var again = taken(file.replace("25:00", "12:00"));
        assertThat(again.get("made").asInt()).isEqualTo(1);
        assertThat(again.get("there").asInt()).isEqualTo(2);
        assertThat(again.at("/rows/0/popUp")).isEqualTo(first.at("/rows/0/popUp"));
        var made = omar.get(ALL + "/" + again.at("/rows/1/popUp").asText())
                .expecting(200)
                .json();
        assertThat(made.get("phase").asText()).isEqualTo("DRAFT");
        assertThat(made.at("/place/address").asText()).isEqualTo("Marktplatz 1, Hamburg");
        assertThat(made.get("localStart").asText()).isEqualTo("2198-12-05T12:00");
        assertThat(only(taken(HEADER + "a1," + RIGHT.replace("40", "41")))
                        .get("code")
                        .asText())
                .as("it says something else than the pop-up that was made from it")
                .isEqualTo("row-differs");
    }

    @Test
    void a_byte_order_mark_semicolons_line_breaks_in_quotes_and_names_in_any_script_are_taken() {
        var title = "🚴 ‏رحلة الصباح — 朝のライド";
        var file = "\uFEFF" + HEADER.replace(",", ";").replace("capacity\n", "capacity;description;price\r\n")
                + "b1;" + title + ";Velo Club;Hall;\"Markt; 1\";53.55;9.99;Europe/Berlin;2198-12-05 10:00;90;40;"
                + "\"One \"\"quoted\"\"\nand a second line\";12,50\r\n\r\n";
        var id = only(taken(file)).get("popUp").asText();
        var made = omar.get(ALL + "/" + id).expecting(200).json();
        assertThat(made.get("title").asText()).isEqualTo(title);
        assertThat(made.get("description").asText()).isEqualTo("One \"quoted\"\nand a second line");
        assertThat(made.at("/kinds/0/category").asText()).isEqualTo("PAID");
        assertThat(made.at("/kinds/0/price/minor").asInt()).isEqualTo(1250);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2198-12-05T10:00 | 2198-03-25T02:30 | start    | start-does-not-exist
                    2198-12-05T10:00 | tomorrow         | start    | bad-field
                    90               | ninety           | minutes  | bad-field
                    90,40            | 90,0             | capacity | bad-field
                    Europe/Berlin    | Berlin           | zone     | bad-field
                    53.55            | 153.55           | lat      | bad-field
                    Morning ride     | ''               | title    | bad-field
                    """)
    void what_is_wrong_with_a_row_is_told_by_its_column(String right, String wrong, String column, String code) {
        var row = only(taken(HEADER + "c-" + column + code + "," + RIGHT.replace(right, wrong)));
        assertThat(row.get("state").asText()).isEqualTo("WRONG");
        assertThat(row.get("column").asText()).isEqualTo(column);
        assertThat(row.get("code").asText()).isEqualTo(code);
        assertThat(row.get("popUp").isNull()).isTrue();
    }

    @Test
    void a_row_of_another_length_or_without_a_key_of_its_own_is_wrong_alone() {
        var rows = taken(HEADER + "d1," + RIGHT + "d2,too,few\n" + "d1," + RIGHT + "," + RIGHT)
                .get("rows");
        assertThat(rows.get(0).get("state").asText()).isEqualTo("MADE");
        assertThat(rows.get(1).get("detail").asText()).contains("has 3 columns, the header 11");
        assertThat(rows.get(2).get("column").asText()).isEqualTo("key");
        assertThat(rows.get(3).get("column").asText()).isEqualTo("key");
    }

    @Test
    void a_file_that_cannot_be_read_as_a_whole_says_why_and_makes_nothing() {
        assertThat(detail(HEADER.getBytes(UTF_8))).contains("no rows");
        assertThat(detail((HEADER.replace("capacity", "size") + "e1," + RIGHT).getBytes(UTF_8)))
                .contains("The column \"size\" is not known");
        assertThat(detail("key,title\ne1,x\n".getBytes(UTF_8))).contains("is missing");
        assertThat(detail((HEADER.replace("capacity", "title") + "e1," + RIGHT).getBytes(UTF_8)))
                .contains("twice");
        assertThat(detail((HEADER + "e1,Frühsport," + RIGHT).getBytes(ISO_8859_1)))
                .contains("UTF-8");
        assertThat(detail((HEADER + "e1,\"never ends," + RIGHT.replace("\"", "")).getBytes(UTF_8)))
                .contains("quotes");
        var binary = new byte[4096];
        new Random(7).nextBytes(binary);
        assertThat(detail(binary)).isNotEmpty();
        var many = IntStream.rangeClosed(0, 500)
                .mapToObj(i -> "e" + i + "," + RIGHT)
                .reduce(HEADER, String::concat);
        assertThat(detail(many.getBytes(UTF_8))).contains("500 rows");
        send(new byte[10 * 1024 * 1024]).expecting(413);
    }

    @Test
    void two_organizers_with_the_same_file_make_pop_ups_of_their_own() {
        var other = stage.organizer("import-other");
        var file = PopUpBodies.sheet("f1").getBytes(UTF_8);
        var mine = send(file).expecting(200).json().at("/rows/0/popUp").asText();
        var theirs = other.send("POST", IMPORT, file, "Content-Type", "text/csv")
                .expecting(200)
                .json()
                .at("/rows/0/popUp")
                .asText();
        assertThat(theirs).isNotEqualTo(mine);
    }

    private static JsonNode brought(String query, String name, String type) {
        return omar.send("POST", IMPORT + query, calendar(name), "Content-Type", type)
                .expecting(200)
                .json();
    }

    private static byte[] calendar(String name) {
        try (var file = Objects.requireNonNull(ImportTest.class.getResourceAsStream("imported/" + name))) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_calendar_is_tried_then_made_into_drafts_and_brought_again_makes_nothing_twice() {
        var tried = brought("?dryRun=true&capacity=40", "rides.ics", "text/calendar");
        assertThat(tried.get("fits").asInt()).isEqualTo(4);
        assertThat(tried.get("made").asInt()).isZero();
        assertThat(tried.get("skipped").asInt()).isEqualTo(2);
        assertThat(tried.at("/rows/2/note").asText()).contains("series");
        var made = brought("?capacity=40", "rides.ics", "text/calendar");
        assertThat(made.get("made").asInt()).isEqualTo(4);
        var draft = omar.get(ALL + "/" + made.at("/rows/0/popUp").asText())
                .expecting(200)
                .json();
        assertThat(draft.get("phase").asText()).isEqualTo("DRAFT");
        assertThat(draft.get("title").asText()).isEqualTo("Morning ride & coffee");
        assertThat(draft.get("localStart").asText()).isEqualTo("2198-12-05T10:00");
        assertThat(brought("?dryRun=true&capacity=40", "rides.ics", "text/calendar")
                        .get("there")
                        .asInt())
                .isEqualTo(4);
        var again = brought("?capacity=40", "rides.ics", "application/octet-stream");
        assertThat(again.get("there").asInt()).isEqualTo(4);
        assertThat(again.at("/rows/0/popUp")).isEqualTo(made.at("/rows/0/popUp"));
        assertThat(brought("?capacity=41", "rides.ics", "text/calendar")
                        .at("/rows/0/code")
                        .asText())
                .isEqualTo("row-differs");
        assertThat(brought("", "rides.ics", "text/calendar")
                        .at("/rows/0/column")
                        .asText())
                .isEqualTo("capacity");
    }

    @Test
    void a_page_with_events_is_made_into_drafts_and_what_is_no_pop_up_says_why() {
        var made = brought("?zone=Europe/Berlin", "rides.html", "text/html");
        assertThat(made.get("made").asInt()).isEqualTo(1);
        assertThat(made.get("skipped").asInt()).isEqualTo(1);
        assertThat(made.at("/rows/1/column").asText()).isEqualTo("eventAttendanceMode");
        var draft = omar.get(ALL + "/" + made.at("/rows/0/popUp").asText())
                .expecting(200)
                .json();
        assertThat(draft.at("/kinds/0/price/minor").asInt()).isEqualTo(1250);
        assertThat(draft.at("/kinds/0/quota").asInt()).isEqualTo(25);
        assertThat(brought("?zone=Europe/Berlin", "rides.html", "text/html")
                        .get("there")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void a_trial_tells_of_a_start_that_does_not_exist_as_making_it_would() {
        var file = (HEADER + "g1," + RIGHT.replace("2198-12-05T10:00", "2198-03-25T02:30")).getBytes(UTF_8);
        var tried =
                omar.send("POST", IMPORT + "?dryRun=true", file).expecting(200).json();
        assertThat(only(tried).get("code").asText()).isEqualTo("start-does-not-exist");
    }

    @Test
    void a_broken_calendar_and_a_wrong_parameter_are_refused_by_name() {
        var broken = send("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n".getBytes(UTF_8)).expecting(400);
        assertThat(broken.problem()).isEqualTo("bad-calendar");
        for (var query : new String[] {"zone=Berlin", "host=", "capacity=0", "dryRun=maybe"}) {
            var reply =
                    omar.send("POST", IMPORT + "?" + query, new byte[] {'k'}).expecting(400);
            assertThat(reply.json().get("field").asText()).isEqualTo(query.substring(0, query.indexOf('=')));
        }
    }
}
