package downbeat.web.journey;

import static downbeat.web.stage.PopUpBodies.ALL;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A pop-up from the draft to the people inside. */
class PopUpJourneyTest {
    private static final Map<String, Object> ONE = Map.of("kind", "free", "count", 1);
    private static final Duration PAST_A_HOLD = Duration.ofMinutes(11);

    private static HandClock clock;
    private static Stage stage;
    private static Visitor omar;

    @BeforeAll
    static void open() {
        clock = new HandClock();
        stage = Stage.open("", clock);
        omar = stage.organizer("omar");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void the_last_place_goes_from_a_hold_that_ran_out_to_the_one_who_waits_and_lets_in_once() {
        var mia = stage.wellKnown("last-mia");
        var noah = stage.wellKnown("last-noah");
        var id = PopUpBodies.drafted(omar, PopUpBodies.onePlace());
        var path = ALL + "/" + id;
        mia.get(path).expecting(404);
        omar.post(path + "/publish").expecting(200);
        listed(id);

        mia.post(path + "/holds", ONE).expecting(201);
        var refused = noah.post(path + "/holds", ONE).expecting(409);
        assertThat(refused.problem()).isEqualTo("all-held");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 600);
        assertThat(noah.post(path + "/waiting", Map.of("kind", "free"))
                        .expecting(201)
                        .json()
                        .get("position")
                        .asInt())
                .isEqualTo(1);

        clock.pass(PAST_A_HOLD);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !noah.get(path).json().at("/mine/offer").isNull());
        var ticket = noah.post(path + "/offer/accept")
                .expecting(200)
                .json()
                .at("/tickets/0/id")
                .asText();
        assertThat(mia.post(path + "/holds", ONE).expecting(409).problem()).isEqualTo("sold-out");

        var pass = PopUpBodies.pass(noah, id, ticket);
        assertThat(noah.get(path + "/tickets/" + ticket + "/pass").header("ETag"))
                .isEqualTo(noah.get(path + "/tickets/" + ticket + "/pass.png").header("ETag"));
        mia.get(path + "/tickets/" + ticket + "/pass").expecting(404);
        var phone = PopUpBodies.device(omar, id);
        var early = scan(path, pass, "n-0", phone);
        assertThat(early.get("reason").asText()).isEqualTo("TOO_EARLY");

        omar.post(path + "/open").expecting(200);
        var first = scan(path, pass, "n-1", phone);
        assertThat(first.get("admitted").asBoolean()).isTrue();
        assertThat(first.at("/holder/name").asText()).isEqualTo("last-noah");
        assertThat(scan(path, pass, "n-1", phone)).as("the same scan again").isEqualTo(first);
        var second = scan(path, pass, "n-2", phone);
        assertThat(second.get("admitted").asBoolean()).isFalse();
        assertThat(second.get("reason").asText()).isEqualTo("ALREADY_INSIDE");
        assertThat(second.at("/holder/name").asText()).isEqualTo("last-noah");
        assertThat(second.at("/earlier/gateName").asText()).isEqualTo("Main gate");
        assertThat(second.at("/earlier/deviceName").asText()).isEqualTo("Phone of Ana");
        assertThat(Instant.parse(second.at("/earlier/at").asText())).isBeforeOrEqualTo(clock.instant());

        var door = omar.get(path + "/door").expecting(200).json();
        assertThat(door.get("all").toString()).isEqualTo("{\"entries\":1,\"exits\":0,\"inside\":1,\"refused\":2}");
        assertThat(door.at("/gates/0/count/inside").asInt()).isEqualTo(1);
        assertThat(omar.get(path + "/attendees?q=NOAH")
                        .json()
                        .at("/items/0/inside")
                        .asInt())
                .isEqualTo(1);
        assertThat(omar.get(path + "/attendees?q=mia").json().get("items")).isEmpty();
        assertThat(omar.get(path + "/attendees.csv").text().split("\r\n"))
                .containsExactly(
                        "ticket,name,kind,priceMinor,currency,settlement,validity,entries,inside,incidents",
                        "1,last-noah,free,0,EUR,NOTHING_DUE,VALID,1,1,");
    }

    private static void listed(String id) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> ids(stage.anonymous().get(ALL).json()).contains(id));
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.get("items").spliterator(), false)
                .map(item -> item.get("id").asText())
                .toList();
    }

    private static JsonNode scan(String path, String pass, String nonce, String device) {
        return omar.post(path + "/scans", PopUpBodies.scan(pass, nonce, device))
                .expecting(200)
                .json();
    }

    @Test
    void what_one_person_has_is_in_one_list_and_comes_back_when_it_is_given_back() {
        var lena = stage.named("own-lena");
        var id = PopUpBodies.published(omar);
        var path = ALL + "/" + id;
        var ticket = PopUpBodies.bought(lena, id, "bike");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> ids(lena.get("/api/v1/me/tickets").json()).contains(id));
        assertThat(lena.get("/api/v1/me/tickets")
                        .json()
                        .at("/items/0/mine/tickets/0/settlement")
                        .asText())
                .isEqualTo("DUE_AT_DOOR");
        assertThat(omar.get(path).json().at("/places/left").asInt()).isEqualTo(4);
        var back = lena.post(path + "/tickets/" + ticket + "/cancel")
                .expecting(200)
                .json();
        assertThat(back.toString()).isEqualTo("{\"late\":false,\"refund\":{\"minor\":1500,\"currency\":\"EUR\"}}");
        assertThat(omar.get(path).json().at("/places/left").asInt()).isEqualTo(5);
        assertThat(lena.get(path + "/tickets/" + ticket + "/pass")
                        .expecting(410)
                        .problem())
                .isEqualTo("ticket-is-void");
    }

    @Test
    void a_draft_and_a_hold_sent_twice_under_one_key_are_one() {
        var mia = stage.named("twice-mia");
        var form = PopUpBodies.form();
        var first = omar.post(ALL, form, "draft-once").expecting(201);
        var again = omar.post(ALL, form, "draft-once").expecting(201);
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        var path = first.header("Location");
        omar.post(path + "/publish").expecting(200);
        var hold = mia.post(path + "/holds", ONE, "hold-once").expecting(201);
        assertThat(mia.post(path + "/holds", ONE, "hold-once").expecting(201).json())
                .isEqualTo(hold.json());
        assertThat(mia.post(path + "/holds", ONE).expecting(409).problem()).isEqualTo("hold-is-open");
        assertThat(omar.get(path).json().at("/places/held").asInt()).isEqualTo(1);
    }

    @Test
    void a_copy_takes_place_at_another_time_with_the_same_kinds_and_gates() {
        var form = PopUpBodies.form();
        var kind = PopUpBodies.kind("free", "FREE", 5, 0);
        kind.put("onSaleFrom", "2198-11-01T09:00:00Z");
        kind.put("onSaleUntil", "2198-12-01T16:00:00Z");
        form.put("kinds", List.of(kind));
        var path = ALL + "/" + PopUpBodies.drafted(omar, form);
        omar.put(path + "/gates", PopUpBodies.gates("main", "north"), "*").expecting(200);
        var copy =
                omar.post(path + "/copy", Map.of("start", "2198-12-08T18:00")).expecting(201);
        assertThat(copy.json().get("phase").asText()).isEqualTo("DRAFT");
        assertThat(copy.json().at("/kinds/0/onSaleUntil").asText()).isEqualTo("2198-12-08T16:00:00Z");
        assertThat(omar.get(copy.header("Location") + "/door")
                        .json()
                        .at("/gates/1/id")
                        .asText())
                .isEqualTo("north");
    }

    @Test
    void a_calendar_follows_a_pop_up_that_moves_and_is_cancelled() {
        var path = ALL + "/" + PopUpBodies.published(omar);
        var before =
                stage.anonymous().get(path + "/calendar.ics").expecting(200).text();
        assertThat(before).contains("SEQUENCE:0\r\n", "DTSTART:21981201T170000Z\r\n", "STATUS:CONFIRMED\r\n");
        omar.put(path, PopUpBodies.form("start", "2198-12-02T18:00"), "*").expecting(200);
        omar.post(path + "/cancel", Map.of("reason", "Storm")).expecting(200);
        var after = stage.anonymous().get(path + "/calendar.ics").expecting(200).text();
        assertThat(after).contains("SEQUENCE:2\r\n", "DTSTART:21981202T170000Z\r\n", "STATUS:CANCELLED\r\n");
        assertThat(uid(after)).isEqualTo(uid(before));
    }

    @Test
    void a_calendar_entry_is_folded_and_reads_as_it_was_written() {
        var description = "Überraschung; 🚴\\ dabei,\nund mehr. ".repeat(20).strip();
        var path = ALL + "/" + PopUpBodies.published(omar, PopUpBodies.form("description", description));
        var calendar =
                stage.anonymous().get(path + "/calendar.ics").expecting(200).text();
        assertThat(calendar.split("\r\n")).allMatch(line -> line.getBytes(UTF_8).length <= 75);
        assertThat(calendar.replace("\r\n ", ""))
                .contains("DESCRIPTION:"
                        + description
                                .replace("\\", "\\\\")
                                .replace(";", "\\;")
                                .replace(",", "\\,")
                                .replace("\n", "\\n")
                        + "\r\n");
    }

    private static String uid(String calendar) {
        return calendar.lines()
                .filter(line -> line.startsWith("UID:"))
                .findFirst()
                .orElse("");
    }

    @Test
    void scans_of_a_device_that_was_offline_are_kept_once_and_double_admissions_flagged() {
        var mia = stage.wellKnown("offline-mia");
        var id = PopUpBodies.published(omar);
        var path = ALL + "/" + id;
        var pass = PopUpBodies.pass(mia, id, PopUpBodies.bought(mia, id, "free"));
        var phone = PopUpBodies.device(omar, id);
        omar.post(path + "/open").expecting(200);
        assertThat(scan(path, pass, "on-1", phone).get("admitted").asBoolean()).isTrue();
        var now = clock.instant().toString();
        var late = PopUpBodies.offline(pass, "off-1", phone, "OK");
        late.put("at", now);
        var forged = PopUpBodies.offline(pass.substring(1), "off-2", phone, "OK");
        forged.put("at", now);
        Map<String, Object> upload = Map.of("scans", List.of(late, forged));
        assertThat(fates(path, upload)).containsExactly("KEPT", "KEPT");
        assertThat(fates(path, upload)).containsExactly("KEPT_ALREADY", "KEPT_ALREADY");
        var door = omar.get(path + "/door").json();
        assertThat(door.at("/incidents/0/kinds/0").asText()).isEqualTo("DOUBLE_ADMISSION");
        assertThat(door.at("/incidents/0/holder/name").asText()).isEqualTo("offline-mia");
        assertThat(door.get("untold").asInt()).isEqualTo(1);
    }

    private static List<String> fates(String path, Map<String, Object> upload) {
        var answers = omar.post(path + "/scans/offline", upload).expecting(200).json();
        return answers.get("answers").findValuesAsText("fate");
    }
}
