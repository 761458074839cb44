package downbeat.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists longer than a page, read to the end by whoever may read them. */
class PagingJourneyTest {
    private static final int PAGE = 50;
    private static final int ALL = 52;
    private static Stage stage;
    private static Visitor tara;
    private static Visitor mia;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        tara = stage.named("tara", "TRAINER");
        mia = stage.named("mia");
        for (var n = 0; n < ALL; n++) {
            var path = tara.post("/api/v1/classes", Workouts.classBody())
                    .expecting(201)
                    .header("Location");
            tara.post(path + "/schedule").expecting(200);
            mia.post(path + "/bookings", Map.of("place", "ONLINE")).expecting(201);
            tara.send("POST", "/api/v1/cue-plans?name=FTPTest.zwo", Workouts.ftpTest())
                    .expecting(201);
        }
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Visitor reader(String name) {
        return name.equals("tara") ? tara : mia;
    }

    @ParameterizedTest
    @CsvSource({
        "mia,/api/v1/classes,id",
        "tara,/api/v1/classes?when=mine,id",
        "mia,/api/v1/classes?when=mine,id",
        "mia,/api/v1/me/bookings,classId",
        "tara,/api/v1/cue-plans,id"
    })
    void every_row_comes_once_and_the_last_page_says_so(String who, String path, String id) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var pages = pages(reader(who), path, id);
            assertThat(pages).hasSize(2);
            assertThat(pages.getFirst()).hasSize(PAGE);
            assertThat(pages.getLast()).hasSize(ALL - PAGE);
            assertThat(pages.stream().flatMap(List::stream)).doesNotHaveDuplicates();
        });
    }

    @Test
    void the_trail_is_read_in_pages_of_the_size_one_asks_for() {
        var admin = stage.admin();
        var pages = pages(admin, "/api/v1/audit?limit=100", "at");
        assertThat(pages.size()).isGreaterThan(2);
        assertThat(pages.subList(0, pages.size() - 1)).allMatch(page -> page.size() == 100);
        var all = pages.stream().flatMap(List::stream).toList();
        assertThat(all).hasSizeGreaterThan(4 * ALL);
        assertThat(admin.get("/api/v1/audit?limit=501")
                        .expecting(400)
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/classes?", "/api/v1/classes?when=mine&", "/api/v1/me/bookings?", "/api/v1/cue-plans?"})
    void a_cursor_that_was_touched_or_belongs_to_another_list_is_refused(String list) {
        var own = tara.get("/api/v1/cue-plans").json().get("next").asText();
        var foreign = list.contains("cue-plans")
                ? mia.get("/api/v1/classes").json().get("next").asText()
                : own;
        var flipped = own.substring(0, own.length() - 2) + (own.endsWith("AA") ? "BB" : "AA");
        for (var cursor : List.of(foreign, flipped, own + "x", ".", "", "a.b", "%00")) {
            var reply = tara.get(list + "cursor=" + cursor).expecting(400);
            assertThat(reply.problem()).isEqualTo("bad-cursor");
            assertThat(reply.json().get("field").asText()).isEqualTo("cursor");
        }
    }

    @Test
    void a_row_that_goes_between_two_pages_takes_no_other_with_it() {
        var noah = stage.named("noah");
        var theo = stage.named("theo", "TRAINER");
        var paths = new ArrayList<String>();
        for (var n = 0; n < ALL; n++) {
            var path = theo.post("/api/v1/classes", Workouts.classBody())
                    .expecting(201)
                    .header("Location");
            theo.post(path + "/schedule").expecting(200);
            noah.post(path + "/bookings", Map.of("place", "ONLINE")).expecting(201);
            paths.add(path);
        }
        var list = "/api/v1/me/bookings";
        Awaitility.await().until(() -> rows(pages(noah, list, "classId")) == ALL);
        var whole = pages(noah, list, "classId");
        var first = noah.get(list).json();
        noah.delete("/api/v1/classes/" + whole.getFirst().getLast() + "/bookings/mine")
                .expecting(204);
        Awaitility.await().until(() -> rows(pages(noah, list, "classId")) == ALL - 1);
        var second = ids(noah.get(list + "?cursor=" + first.get("next").asText()), "classId");
        assertThat(second).isEqualTo(whole.getLast());
        paths.forEach(
                path -> theo.post(path + "/cancel", Map.of("reason", "over")).expecting(200));
    }

    private static int rows(List<List<String>> pages) {
        return pages.stream().mapToInt(List::size).sum();
    }

    private static List<List<String>> pages(Visitor who, String path, String id) {
        var pages = new ArrayList<List<String>>();
        for (var at = path; !at.isEmpty(); ) {
            var reply = who.get(at).expecting(200);
            pages.add(ids(reply, id));
            var next = reply.json().get("next");
            at = next.isNull() ? "" : path + (path.contains("?") ? "&" : "?") + "cursor=" + next.asText();
        }
        return pages;
    }

    private static List<String> ids(downbeat.web.stage.Reply reply, String id) {
        var all = new ArrayList<String>();
        reply.expecting(200)
                .json()
                .get("items")
                .forEach(item -> all.add(item.get(id).asText()));
        return all;
    }
}
