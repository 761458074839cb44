package downbeat.web.journey;

import static downbeat.web.stage.PopUpBodies.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import biweekly.property.Status;
import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What guests are told, by letter, on their page and in their calendars, says the same everywhere. */
class WordJourneyTest {
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private static Stage stage;
    private static Visitor omar;

    @BeforeAll
    static void open() {
        POST.start();
        stage = Stage.open("""
                downbeat.http.public-url = "https://studio.example/"
                downbeat.post {
                  every = 50 ms
                  smtp { host = "127.0.0.1", port = %d, security = none, from = "Studio <post@studio.example>" }
                }
                """.formatted(POST.getSmtp().getPort()));
        omar = stage.organizer("omar");
    }

    @AfterAll
    static void close() {
        stage.close();
        POST.stop();
    }

    @Test
    void a_pop_up_that_moves_and_is_cancelled_is_one_entry_of_a_calendar_and_every_guest_knows() {
        var mia = stage.named("mia");
        var id = PopUpBodies.published(omar);
        var path = ALL + "/" + id;
        PopUpBodies.bought(mia, id, "free");
        soon().untilAsserted(
                        () -> assertThat(lettersTo("mia")).containsExactly("Your ticket for Threshold on the square"));
        var feeds = List.of(
                path + "/calendar.ics",
                "/api/v1/organizers/" + omar.account() + "/calendar.ics",
                "/api/v1/areas/" + PopUpBodies.CELL + "/calendar.ics");
        soon().untilAsserted(() -> assertThat(feeds).allSatisfy(feed -> says(feed, id, 0, "2198-12-01T17:00:00Z")));
        var before = get(feeds.get(1)).header("ETag");

        omar.put(path, PopUpBodies.form("start", "2198-12-03T19:00"), "*").expecting(200);
        soon().untilAsserted(() -> assertThat(feeds).allSatisfy(feed -> says(feed, id, 1, "2198-12-03T18:00:00Z")));
        soon().untilAsserted(() -> assertThat(lettersTo("mia")).contains("Threshold on the square has moved"));
        soon().untilAsserted(() -> assertThat(get("/pop-ups/" + id).text())
                .contains(
                        "\"eventStatus\":\"https://schema.org/EventRescheduled\"",
                        "\"previousStartDate\":\"2198-12-01T18:00:00+01:00\"",
                        "\"url\":\"https://studio.example/pop-ups/" + id));
        assertThat(get(feeds.get(1)).header("ETag")).isNotEqualTo(before);

        omar.post(path + "/cancel", Map.of("reason", "Storm; all of it, sorry")).expecting(200);
        soon().untilAsserted(() -> assertThat(feeds).allSatisfy(feed -> {
            var event = says(feed, id, 2, "2198-12-03T18:00:00Z");
            assertThat(event.getStatus().getValue())
                    .isEqualTo(Status.cancelled().getValue());
            assertThat(event.getDescription().getValue()).startsWith("Cancelled: Storm; all of it, sorry");
        }));
        soon().untilAsserted(() -> assertThat(lettersTo("mia")).hasSize(3));
        assertThat(get("/pop-ups/" + id).text()).contains("EventCancelled").doesNotContain("previousStartDate");
        assertThat(each(mia.get("/api/v1/me/messages").json())
                        .map(m -> m.get("topic").asText())
                        .toList())
                .containsExactly("CANCELLED", "MOVED", "CONFIRMED");
        var calls = stage.anonymous()
                .send(
                        "GET",
                        feeds.get(1),
                        null,
                        "If-None-Match",
                        get(feeds.get(1)).header("ETag"));
        assertThat(calls.expecting(304).bytes()).isEmpty();
    }

    /** The one entry of this pop-up, read as a calendar reads it. */
    private static VEvent says(String feed, String id, int sequence, String start) {
        var reply = get(feed).expecting(200);
        assertThat(reply.text()).contains("\r\n").doesNotContainPattern("[^\r]\n");
        assertThat(reply.text().lines().map(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length))
                .allMatch(octets -> octets <= 75);
        var calendar = Biweekly.parse(reply.text()).first();
        assertThat(calendar.validate(calendar.getVersion()).isEmpty())
                .as(reply.text())
                .isTrue();
        var events = calendar.getEvents().stream()
                .filter(event -> event.getUid().getValue().equals(id + "@downbeat.dev"))
                .toList();
        assertThat(events).hasSize(1);
        var event = events.getFirst();
        assertThat(event.getSequence().getValue()).isEqualTo(sequence);
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(Instant.parse(start));
        assertThat(event.getLocation().getValue()).isEqualTo("Market hall, Marktplatz 1, 20095 Hamburg");
        assertThat(event.getUrl().getValue()).isEqualTo("https://studio.example/pop-ups/" + id);
        return event;
    }

    @Test
    void an_organizer_writes_to_those_it_concerns_and_sees_how_far_the_letters_are() {
        var form = PopUpBodies.form("capacity", 2);
        form.put("kinds", List.of(PopUpBodies.kind("free", "FREE", 1, 0), PopUpBodies.kind("bike", "PAID", 1, 1500)));
        var id = PopUpBodies.published(omar, form);
        var path = ALL + "/" + id;
        var lena = stage.named("lena");
        var noah = stage.named("noah");
        var zoe = stage.named("zoe");
        PopUpBodies.bought(lena, id, "free");
        PopUpBodies.bought(noah, id, "bike");
        zoe.post(path + "/waiting", Map.of("kind", "free")).expecting(201);
        assertThat(noah.put("/api/v1/me/post", Map.of("wanted", false))
                        .expecting(200)
                        .text())
                .isEqualTo("{\"wanted\":false,\"leaves\":true,\"address\":\"noah@example.org\"}");

        assertThat(readers(path, "guests")).isEqualTo(2);
        assertThat(readers(path, "kind:bike")).isEqualTo(1);
        assertThat(readers(path, "waiting")).isEqualTo(1);
        var words = Map.of("to", "guests", "subject", "The gate", "text", "North.\n\nBring a light.");
        var sent = omar.post(path + "/messages", words, "gate").expecting(201);
        assertThat(sent.json().get("people").asInt()).isEqualTo(2);
        assertThat(omar.post(path + "/messages", words, "gate").expecting(201).header("Location"))
                .as("the same again")
                .isEqualTo(sent.header("Location"));
        soon().untilAsserted(() -> assertThat(lettersTo("lena"))
                .as(() -> omar.get(sent.header("Location")).text())
                .contains("The gate"));
        soon().untilAsserted(() -> assertThat(omar.get(sent.header("Location"))
                        .json()
                        .at("/message/letters")
                        .toString())
                .isEqualTo("{\"waiting\":0,\"sent\":1,\"failed\":0,\"unwanted\":1,\"late\":0}"));
        assertThat(each(omar.get(sent.header("Location")).json())
                        .map(letter -> letter.at("/to/name").asText() + " "
                                + letter.get("state").asText())
                        .toList())
                .containsExactlyInAnyOrder("lena SENT", "noah UNWANTED");
        assertThat(lettersTo("lena").stream().filter("The gate"::equals)).hasSize(1);
        assertThat(lettersTo("zoe")).isEmpty();
        assertThat(noah.get("/api/v1/me/messages").json().at("/items/0/text").asText())
                .as("who wants no mail reads it here")
                .isEqualTo("North.\n\nBring a light.");
        assertThat(omar.get(path + "/messages").json().at("/items/0/subject").asText())
                .isEqualTo("The gate");
        assertThat(omar.get("/api/v1/me/messages").json().get("items")).isEmpty();
    }

    @Test
    void a_letter_ends_letters_to_its_reader_with_one_click_and_without_a_sign_in() throws Exception {
        var ida = stage.named("ida");
        var ole = stage.named("ole");
        var id = PopUpBodies.published(omar);
        PopUpBodies.bought(ida, id, "free");
        PopUpBodies.bought(ole, id, "free");
        soon().untilAsserted(() -> assertThat(lettersTo("ida")).hasSize(1));
        var letter = Arrays.stream(POST.getReceivedMessages())
                .filter(mail -> addressee(mail).equals("ida@example.org"))
                .findFirst()
                .orElseThrow();
        assertThat(letter.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        var header = letter.getHeader("List-Unsubscribe", null);
        assertThat(header).matches("<https://studio\\.example/api/v1/post/unsubscribe/[A-Za-z0-9_-]+>");
        var link = header.substring("<https://studio.example".length(), header.length() - 1);
        assertThat(letter.getContent().toString()).contains("https://studio.example" + link);

        var page = get(link).expecting(200);
        assertThat(page.text())
                .contains("No more e-mail?", "<button", "One-Click")
                .doesNotContain("ida");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("script");
        assertThat(wanted(ida)).as("a mail scanner has looked at it").isTrue();

        for (var garbage :
                List.of(link + "A", link.substring(0, link.length() - 4), link.replaceFirst("[^/]+$", "m-ida"))) {
            get(garbage).expecting(404);
            click(garbage).expecting(404);
        }
        assertThat(wanted(ida)).isTrue();
        assertThat(stage.anonymous()
                        .send("GET", link + "A", null, "Accept", "text/html")
                        .expecting(404)
                        .text())
                .as("a person reads a page")
                .contains("<html");

        assertThat(click(link, "Origin", "null", "Sec-Fetch-Site", "cross-site", "Cookie", "db_session=over")
                        .expecting(200)
                        .text())
                .contains("You get no more e-mail");
        click(link).expecting(200);
        assertThat(wanted(ida)).isFalse();
        assertThat(wanted(ole)).isTrue();
        assertThat(get(link).text()).contains("You get no more e-mail").doesNotContain("<button");
        assertThat(stage.admin().get("/api/v1/audit?limit=500").text())
                .contains("\"unsubscribe\"", "/api/v1/post/unsubscribe/{token}", ida.account())
                .doesNotContain(link);

        ida.put("/api/v1/me/post", Map.of("wanted", true)).expecting(200);
        assertThat(get(link).text()).contains("No more e-mail?");
    }

    private static boolean wanted(Visitor who) {
        return who.get("/api/v1/me/post").json().get("wanted").asBoolean();
    }

    /** As a mail provider does it. */
    private static Reply click(String link, String... headers) {
        var all = Stream.concat(Stream.of("Content-Type", "application/x-www-form-urlencoded"), Arrays.stream(headers));
        var body = "List-Unsubscribe=One-Click".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return stage.anonymous().send("POST", link, body, all.toArray(String[]::new));
    }

    @Test
    void what_is_wrong_with_a_message_is_named() {
        var path = ALL + "/" + PopUpBodies.published(omar) + "/messages";
        var words = Map.of("to", "guests", "subject", "s", "text", "t");
        assertThat(omar.post(path, words).expecting(409).problem()).isEqualTo("nobody-there");
        for (var wrong : List.of(
                Map.of("to", "everybody", "subject", "s", "text", "t"),
                Map.of("to", "kind:gold", "subject", "s", "text", "t"))) {
            assertThat(field(omar.post(path, wrong).expecting(400))).isEqualTo("to");
        }
        assertThat(field(omar.post(path, Map.of("to", "guests", "subject", "s", "text", "x".repeat(2001)))
                        .expecting(400)))
                .isEqualTo("text");
        assertThat(field(omar.post(path, Map.of("to", "guests", "subject", " ", "text", "t"))
                        .expecting(400)))
                .isEqualTo("subject");
        assertThat(field(omar.get(path + "/readers?to=gold").expecting(400))).isEqualTo("to");
        assertThat(field(omar.put("/api/v1/me/post", Map.of()).expecting(400))).isEqualTo("wanted");
        for (var nowhere : List.of(
                "/api/v1/areas/none/calendar.ics",
                "/api/v1/areas/851f1d4bfffffff/calendar.ics",
                "/api/v1/organizers/" + stage.named("no-organizer").account() + "/calendar.ics",
                "/api/v1/organizers/a-nobody/calendar.ics")) {
            get(nowhere).expecting(404);
        }
    }

    private static int readers(String path, String to) {
        return omar.get(path + "/messages/readers?to=" + to)
                .expecting(200)
                .json()
                .get("people")
                .asInt();
    }

    private static String field(Reply refused) {
        return refused.json().get("field").asText();
    }

    private static Reply get(String path) {
        return stage.anonymous().get(path);
    }

    private static Stream<JsonNode> each(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false);
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(30));
    }

    private static List<String> lettersTo(String name) {
        return Arrays.stream(POST.getReceivedMessages())
                .filter(mail -> addressee(mail).equals(name + "@example.org"))
                .map(WordJourneyTest::subject)
                .toList();
    }

    private static String addressee(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String subject(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
