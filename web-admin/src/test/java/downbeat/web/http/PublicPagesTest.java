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
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a pop-up's page says to those who run no scripts, and what other sites put into theirs. */
class PublicPagesTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\" nonce=\"[^\"]+\">(.*?)</script>", Pattern.DOTALL);
    private static final Pattern TITLE = Pattern.compile("<meta property=\"og:title\" content=\"([^\"]*)\">");
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

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
    void a_search_engine_learns_what_when_where_and_what_is_left() throws IOException {
        var id = PopUpBodies.published(omar);
        var page = get("/pop-ups/" + id).expecting(200);
        var event = data(page);
        assertThat(event.at("/@type").asText()).isEqualTo("Event");
        assertThat(event.at("/name").asText()).isEqualTo("Threshold on the square");
        assertThat(event.at("/startDate").asText()).isEqualTo("2198-12-01T18:00:00+01:00");
        assertThat(event.at("/endDate").asText()).isEqualTo("2198-12-01T20:00:00+01:00");
        assertThat(event.at("/doorTime").asText()).isEqualTo("2198-12-01T17:30:00+01:00");
        assertThat(event.at("/eventStatus").asText()).isEqualTo("https://schema.org/EventScheduled");
        assertThat(event.at("/eventAttendanceMode").asText()).endsWith("/OfflineEventAttendanceMode");
        assertThat(event.at("/location/geo/latitude").asDouble()).isEqualTo(53.55);
        assertThat(event.at("/location/address").asText()).isEqualTo("Marktplatz 1, 20095 Hamburg");
        assertThat(event.at("/organizer/name").asText()).isEqualTo("Velo Club Nord");
        assertThat(event.at("/url").asText()).isEqualTo(stage.url() + "/pop-ups/" + id);
        assertThat(event.at("/offers/0/price").asText()).isEqualTo("0.00");
        assertThat(event.at("/offers/1/price").asText()).isEqualTo("15.00");
        assertThat(event.at("/offers/1/priceCurrency").asText()).isEqualTo("EUR");
        assertThat(event.at("/offers/0/availability").asText()).isEqualTo("https://schema.org/InStock");
        assertThat(event.at("/isAccessibleForFree").asBoolean()).isFalse();
        assertThat(page.text())
                .contains(
                        "<link rel=\"canonical\" href=\"" + stage.url() + "/pop-ups/" + id + "\">",
                        "<title>Threshold on the square · Downbeat</title>",
                        "<meta name=\"twitter:card\" content=\"summary\">",
                        "/api/v1/organizers/" + omar.account() + "/calendar.ics",
                        "/api/v1/areas/" + PopUpBodies.CELL + "/calendar.ics",
                        "Saturday 1 December 2198, 18:00, Market hall")
                .doesNotContain("noindex");
    }

    @Test
    void sold_out_and_held_are_two_things_to_a_search_engine_too() throws IOException {
        var id = PopUpBodies.published(omar, PopUpBodies.onePlace());
        var mia = stage.named("public-mia");
        var hold = mia.post(ALL + "/" + id + "/holds", Map.of("kind", "free", "count", 1))
                .expecting(201)
                .header("Location");
        assertThat(availability(id)).isEqualTo("https://schema.org/LimitedAvailability");
        mia.post(hold + "/confirm").expecting(200);
        assertThat(availability(id)).isEqualTo("https://schema.org/SoldOut");
        omar.post(ALL + "/" + id + "/cancel", Map.of("reason", "Storm")).expecting(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(availability(id)).isEqualTo("https://schema.org/Discontinued"));
    }

    private static String availability(String id) throws IOException {
        return data(get("/pop-ups/" + id)).at("/offers/0/availability").asText();
    }

    @Test
    void one_that_is_the_room_of_a_class_is_in_two_places() throws IOException {
        var ride = omar.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .json()
                .get("id")
                .asText();
        var form = PopUpBodies.form("linkedClass", ride);
        form.put("languages", List.of("de", "en"));
        var event = data(get("/pop-ups/" + PopUpBodies.published(omar, form)));
        assertThat(event.at("/inLanguage").toString()).isEqualTo("[\"de\",\"en\"]");
        assertThat(event.at("/eventAttendanceMode").asText()).endsWith("/MixedEventAttendanceMode");
        assertThat(event.at("/location/0/@type").asText()).isEqualTo("Place");
        assertThat(event.at("/location/1/url").asText()).isEqualTo(stage.url() + "/room/" + ride);
    }

    @Test
    void what_people_write_stays_text_wherever_it_stands() throws IOException {
        for (var title : List.of(
                "</script><script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>'",
                "<!-- <script> & &amp; \u2028 {{nonce}} $1 %s",
                "\u202Eرياضة في الساحة 🚴 👩‍👩‍👧")) {
            var form = PopUpBodies.form("title", title);
            form.put("description", title);
            form.put("host", title);
            var id = PopUpBodies.published(omar, form);
            var page = get("/pop-ups/" + id).expecting(200);
            assertThat(data(page).at("/name").asText()).isEqualTo(title);
            assertThat(data(page).at("/organizer/name").asText()).isEqualTo(title);
            var shown = TITLE.matcher(page.text());
            assertThat(shown.find()).isTrue();
            assertThat(unescaped(shown.group(1))).isEqualTo(title);
            for (var html : List.of(page.text(), get("/embed/pop-ups/" + id).text())) {
                assertThat(html).doesNotContain("<script>", "<img", "<!--");
            }
            var nonce = NONCE.matcher(page.text());
            assertThat(nonce.find()).isTrue();
            assertThat(page.header("Content-Security-Policy"))
                    .contains("'nonce-" + nonce.group(1) + "'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void a_draft_says_no_more_than_what_does_not_exist() {
        var draft = PopUpBodies.drafted(omar, PopUpBodies.form("title", "Secret rooftop"));
        var unknown = withoutNonces(get("/pop-ups/u-unknown"));
        assertThat(withoutNonces(get("/pop-ups/" + draft))).isEqualTo(unknown).contains("noindex");
        omar.post(ALL + "/" + draft + "/cancel", Map.of("reason", "never mind")).expecting(200);
        assertThat(withoutNonces(get("/pop-ups/" + draft))).as("given up").isEqualTo(unknown);
        assertThat(get("/embed/pop-ups/" + draft).expecting(404).text()).doesNotContain("Secret");
        assertThat(get("/embed/pop-ups/u-unknown").expecting(404).text())
                .isEqualTo(get("/embed/pop-ups/" + draft).text());
    }

    @Test
    void other_sites_may_frame_what_is_made_for_them_and_nothing_else() {
        var id = PopUpBodies.published(omar);
        var embedded = get("/embed/pop-ups/" + id).expecting(200);
        assertThat(embedded.header("Content-Security-Policy")).contains("frame-ancestors *", "default-src 'none'");
        assertThat(embedded.header("X-Frame-Options")).isEmpty();
        assertThat(embedded.header("Set-Cookie")).isEmpty();
        assertThat(embedded.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(embedded.text())
                .contains("Threshold on the square", "5 of 5 left", "Get a ticket", stage.url() + "/pop-ups/" + id);
        for (var framed : List.of("/", "/pop-ups/" + id, "/api/v1/pop-ups/" + id, "/widget.js")) {
            assertThat(get(framed).expecting(200).header("X-Frame-Options"))
                    .as(framed)
                    .isEqualTo("DENY");
        }
    }

    @Test
    void the_line_for_other_sites_loads_there_and_what_it_asks_for_is_there() {
        var widget = get("/widget.js").expecting(200);
        assertThat(widget.header("Cross-Origin-Resource-Policy")).isEqualTo("cross-origin");
        assertThat(get("/sw.js").header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        var asked = Pattern.compile("(?:src|href)=\"(/ui/[^\"]+)\"")
                .matcher(get("/embed/pop-ups/u-unknown").text())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(asked).hasSize(2).allSatisfy(file -> get(file).expecting(200));
    }

    @Test
    void an_organizers_frame_shows_what_comes_next() {
        var lena = stage.organizer("public-lena");
        var frame = "/embed/organizers/" + lena.account();
        assertThat(get(frame).expecting(200).text()).contains("No pop-up is announced");
        PopUpBodies.published(lena, PopUpBodies.form("title", "First"));
        PopUpBodies.drafted(lena, PopUpBodies.form("title", "Unsaid"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(get(frame).text()).contains("First"));
        assertThat(get(frame).text()).doesNotContain("Unsaid");
        get("/embed/organizers/a-nobody").expecting(404);
    }

    private static String withoutNonces(Reply page) {
        return NONCE.matcher(page.expecting(200).text()).replaceAll("");
    }

    private static JsonNode data(Reply page) throws IOException {
        var found = DATA.matcher(page.text());
        assertThat(found.find()).as(page.text()).isTrue();
        return new ObjectMapper().readTree(found.group(1));
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static Reply get(String path) {
        return stage.anonymous().get(path);
    }
}
