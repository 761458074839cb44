package downbeat.web.http;

import static downbeat.web.stage.PopUpBodies.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What other sites, calendars, maps and search engines are given of what there is to find. */
class OpenDataTest {
    private static final String EVENTS = "/api/openactive/events";
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\" nonce=\"([^\"]+)\">(.*?)</script>", Pattern.DOTALL);
    private static final String EVIL = "</script><script>alert(1)</script>";

    private static Stage stage;
    private static Visitor omar;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        omar = stage.organizer("omar");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void another_site_follows_pop_ups_from_the_first_page_to_the_last_and_learns_what_is_gone() throws IOException {
        var id = PopUpBodies.published(omar);
        var site = new Site(EVENTS);
        soon(() -> assertThat(site.catchUp().has).containsKey(id));
        var data = Objects.requireNonNull(site.has.get(id));
        assertThat(data.at("/@type").asText()).isEqualTo("Event");
        assertThat(data.at("/@id").asText()).isEqualTo(stage.url() + "/pop-ups/" + id);
        assertThat(data.at("/startDate").asText()).isEqualTo("2198-12-01T18:00:00+01:00");
        assertThat(data.at("/duration").asText()).isEqualTo("PT2H");
        assertThat(data.at("/location/geo/latitude").asDouble()).isEqualTo(53.55);
        assertThat(data.at("/eventAttendanceMode").asText()).endsWith("/OfflineEventAttendanceMode");
        assertThat(data.at("/organizer/name").asText()).isEqualTo("omar");
        assertThat(data.at("/offers/0/price").decimalValue()).isZero();
        assertThat(data.at("/offers/1/price").decimalValue()).isEqualByComparingTo("15.00");
        assertThat(data.at("/offers/1/priceCurrency").asText()).isEqualTo("EUR");
        assertThat(data.at("/isAccessibleForFree").asBoolean()).isTrue();
        assertThat(data.at("/remainingAttendeeCapacity").asInt()).isEqualTo(5);
        assertThat(data.at("/activity/0/prefLabel").asText())
                .as("no style: the widest that is true")
                .isEqualTo("Group Exercise");
        assertThat(data.findValues("description"))
                .noneMatch(text -> text.asText().isEmpty());

        PopUpBodies.bought(stage.named("open-mia"), id, "free");
        soon(() -> assertThat(Objects.requireNonNull(site.catchUp().has.get(id))
                        .at("/remainingAttendeeCapacity")
                        .asInt())
                .isEqualTo(4));
        omar.post(ALL + "/" + id + "/cancel", Map.of("reason", "Storm")).expecting(200);
        soon(() -> assertThat(site.catchUp().has).doesNotContainKey(id));
        assertThat(site.deleted).containsKey(id);
        assertThat(new Site(EVENTS).catchUp().has)
                .as("who comes late has the same")
                .isEqualTo(site.catchUp().has);
    }

    @Test
    void a_class_is_a_series_with_one_session() throws IOException {
        var tara = stage.wellKnown("open-tara", "TRAINER");
        var path = tara.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        tara.post(path + "/schedule").expecting(200);
        var id = path.substring(path.lastIndexOf('/') + 1);
        var series = new Site("/api/openactive/session-series");
        soon(() -> assertThat(series.catchUp().has).containsKey(id));
        var said = Objects.requireNonNull(series.has.get(id));
        var session = Objects.requireNonNull(
                new Site("/api/openactive/scheduled-sessions").catchUp().has.get(id));
        assertThat(session.at("/superEvent").asText()).isEqualTo(said.at("/@id").asText());
        assertThat(said.at("/subEvent/0/@id").asText())
                .isEqualTo(session.at("/@id").asText());
        assertThat(said.at("/eventAttendanceMode").asText()).endsWith("/OnlineEventAttendanceMode");
        assertThat(said.has("location")).as("what is online is nowhere").isFalse();
        assertThat(said.at("/beta:virtualLocation/url").asText()).isEqualTo(stage.url() + "/room/" + id);
        assertThat(said.at("/organizer/name").asText()).isEqualTo("open-tara");
        assertThat(said.at("/activity/0/inScheme").asText()).isEqualTo("https://openactive.io/activity-list");
    }

    @Test
    void the_last_page_is_empty_leads_to_itself_and_is_asked_for_again_soon() throws IOException {
        PopUpBodies.published(omar);
        soon(() -> assertThat(page(EVENTS).get("items")).isNotEmpty());
        var first = get(EVENTS).expecting(200);
        assertThat(first.header("Content-Type")).isEqualTo("application/vnd.openactive.rpde+json; version=1");
        assertThat(first.header("Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(first.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(json(first.text()).get("license").asText())
                .isEqualTo("https://creativecommons.org/licenses/by/4.0/");
        var far = EVENTS + "?afterChangeNumber=" + Long.MAX_VALUE;
        var last = get(far).expecting(200);
        assertThat(last.header("Cache-Control")).isEqualTo("public, max-age=8");
        assertThat(json(last.text()).get("items")).isEmpty();
        assertThat(json(last.text()).get("next").asText()).isEqualTo(stage.url() + far);
        for (var wrong : List.of("-1", "1.5", "x", "", "9223372036854775808", "99999999999999999999")) {
            var refused = get(EVENTS + "?afterChangeNumber=" + wrong).expecting(400);
            assertThat(refused.json().get("field").asText()).isEqualTo("afterChangeNumber");
        }
    }

    @Test
    void a_page_says_which_feeds_there_are_to_people_and_to_machines() throws IOException {
        var page = get("/openactive").expecting(200);
        var data = DATA.matcher(page.text());
        assertThat(data.find()).isTrue();
        assertThat(page.header("Content-Security-Policy")).contains("'nonce-" + data.group(1) + "'");
        var dataset = json(data.group(2));
        assertThat(dataset.at("/@type").asText()).isEqualTo("Dataset");
        assertThat(dataset.get("distribution")).hasSize(3);
        for (var feed : dataset.get("distribution")) {
            var path = feed.get("contentUrl").asText().substring(stage.url().length());
            get(path).expecting(200);
            assertThat(page.text()).contains("<a href=\"" + path + "\">");
        }
        assertThat(dataset.at("/publisher/legalName").asText()).isEqualTo("Downbeat");
    }

    @Test
    void what_is_near_is_a_calendar_with_the_same_names_as_those_of_pop_ups() {
        var form = PopUpBodies.at(47.1, 9.5);
        form.put("title", "Ride; and, coffee");
        var id = PopUpBodies.published(omar, form);
        var query = "near=47.1,9.5&radius=500&attendance=in-person";
        soon(() -> assertThat(feed("ics", query).text()).contains("UID:" + id + "@downbeat.dev"));
        var own = get(ALL + "/" + id + "/calendar.ics").expecting(200).text();
        var feed = feed("ics", query);
        assertThat(feed.header("Content-Type")).startsWith("text/calendar");
        assertThat(lines(feed.text())).containsAll(lines(own));
        form.put("place", Objects.requireNonNull(PopUpBodies.at(47.2, 9.5).get("place")));
        omar.put(ALL + "/" + id, form, "*").expecting(200);
        soon(() -> assertThat(feed("ics", query).text()).doesNotContain("UID:"));
        soon(() -> assertThat(feed("ics", "near=47.2,9.5&radius=500&attendance=in-person")
                        .text())
                .contains("SEQUENCE:1\r\n"));
    }

    /** What does not tell when it was read. */
    private static List<String> lines(String calendar) {
        return calendar.lines()
                .filter(line -> !line.startsWith("DTSTAMP") && !line.startsWith("LAST-MODIFIED"))
                .toList();
    }

    @Test
    void what_is_near_is_points_of_a_map_and_asked_for_again_it_has_not_changed() throws IOException {
        var id = PopUpBodies.published(omar, PopUpBodies.at(46.1, 8.5));
        var query = "near=46.1,8.5&radius=500&attendance=in-person";
        soon(() ->
                assertThat(json(feed("geojson", query).text()).get("features")).hasSize(1));
        var feed = feed("geojson", query);
        assertThat(feed.header("Content-Type")).isEqualTo("application/geo+json");
        assertThat(feed.header("Cache-Control")).isEqualTo("public, max-age=60");
        var point = json(feed.text()).at("/features/0");
        assertThat(point.at("/id").asText()).isEqualTo("pop-up." + id);
        assertThat(point.at("/geometry/coordinates").toString())
                .as("longitude first")
                .isEqualTo("[8.5,46.1]");
        assertThat(point.at("/properties/url").asText()).isEqualTo(stage.url() + "/pop-ups/" + id);
        stage.anonymous()
                .send("GET", "/api/v1/discover.geojson?" + query, null, "If-None-Match", feed.header("ETag"))
                .expecting(304);
        for (var wrong : List.of("near=x", "limit=3", "cursor=a", "order=best", "radius=10")) {
            get("/api/v1/discover.geojson?" + wrong).expecting(400);
            get("/api/v1/discover.ics?" + wrong).expecting(400);
        }
    }

    @Test
    void a_search_engine_learns_what_is_next_and_a_title_stays_text() throws IOException {
        PopUpBodies.published(omar, PopUpBodies.form("title", EVIL));
        soon(() ->
                assertThat(next()).anyMatch(it -> it.at("/item/name").asText().equals(EVIL)));
        assertThat(get("/discover").text()).doesNotContain(EVIL).contains("<title>Near you · Downbeat</title>");
        assertThat(next()).allMatch(it -> it.at("/item/@type").asText().equals("Event"));
    }

    private static List<JsonNode> next() throws IOException {
        var data = DATA.matcher(get("/discover").expecting(200).text());
        return data.find()
                ? List.copyOf(
                        json(data.group(2)).get("itemListElement").valueStream().toList())
                : List.of();
    }

    private static Reply feed(String kind, String query) {
        return get("/api/v1/discover." + kind + "?" + query).expecting(200);
    }

    private static Reply get(String path) {
        return stage.anonymous().get(path);
    }

    private static JsonNode page(String path) throws IOException {
        return json(get(path).expecting(200).text());
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static void soon(ThrowingRunnable holds) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(holds);
    }

    /** Keeps what a feed has told it. */
    private static final class Site {
        private final Map<String, JsonNode> has = new HashMap<>();
        private final Map<String, Long> deleted = new HashMap<>();
        private String next;
        private long last;

        Site(String feed) {
            next = feed;
        }

        /** Goes on until a page leads to itself. */
        Site catchUp() throws IOException {
            for (var page = page(next); ; page = page(next)) {
                for (var item : page.get("items")) {
                    take(item);
                }
                var after = page.get("next").asText().substring(stage.url().length());
                if (after.equals(next)) {
                    assertThat(page.get("items")).isEmpty();
                    return this;
                }
                next = after;
            }
        }

        private void take(JsonNode item) {
            assertThat(item.get("modified").asLong())
                    .as("in the order of change")
                    .isGreaterThan(last);
            last = item.get("modified").asLong();
            var id = item.get("id").asText();
            if (item.get("state").asText().equals("deleted")) {
                assertThat(item.has("data")).isFalse();
                has.remove(id);
                deleted.put(id, last);
            } else {
                has.put(id, item.get("data"));
            }
        }
    }
}
