package downbeat.web.http;

import static downbeat.web.stage.PopUpBodies.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pop-ups and their doors are not told, and how they say so. */
class PopUpInputTest {
    private static Stage stage;
    private static Visitor omar;
    private static Visitor mia;

    @BeforeAll
    static void open() {
        stage = Stage.open("downbeat.http.rate-limits = off");
        omar = stage.organizer("omar");
        mia = stage.named("mia");
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | \"\" | title",
                "colour | \"red\" | colour",
                "start | \"2026-12-01T18:00Z\" | start",
                "start | \"2026-12-01T18:00:30\" | start",
                "start | \"1999-12-01T18:00\" | start",
                "lengthMinutes | 14 | lengthMinutes",
                "doorsEarlyMinutes | 241 | doorsEarlyMinutes",
                "capacity | 0 | capacity",
                "capacity | 10001 | capacity",
                "place | \"hall\" | place",
                "place | {\"name\":\"H\",\"address\":\"A\",\"lat\":91,\"lon\":9,\"zone\":\"UTC\"} | place.lat",
                "place | {\"name\":\"H\",\"address\":\"A\",\"lat\":53,\"lon\":9,\"zone\":\"Mars/One\"} | place.zone",
                "kinds | [] | kinds",
                "kinds | [{\"id\":\"a b\",\"name\":\"A\",\"category\":\"FREE\",\"quota\":1,\"price\":{\"minor\":0,\"currency\":\"EUR\"},\"perPerson\":1}] | kinds[0].id",
                "kinds | [{\"id\":\"a\",\"name\":\"A\",\"category\":\"GOLD\",\"quota\":1,\"price\":{\"minor\":0,\"currency\":\"EUR\"},\"perPerson\":1}] | kinds[0].category",
                "kinds | [{\"id\":\"a\",\"name\":\"A\",\"category\":\"FREE\",\"quota\":1,\"price\":{\"minor\":5,\"currency\":\"EUR\"},\"perPerson\":1}] | kinds[0].price",
                "kinds | [{\"id\":\"a\",\"name\":\"A\",\"category\":\"PAID\",\"quota\":1,\"price\":{\"minor\":5,\"currency\":\"EURO\"},\"perPerson\":1}] | kinds[0].price.currency",
                "kinds | [{\"id\":\"a\",\"name\":\"A\",\"category\":\"FREE\",\"quota\":1,\"price\":{\"minor\":0,\"currency\":\"EUR\"},\"perPerson\":1,\"onSaleFrom\":\"2026-12-01T18:00:00Z\"}] | kinds[0].onSaleUntil",
                "kinds | [{\"id\":\"a\",\"name\":\"A\",\"category\":\"FREE\",\"quota\":1,\"price\":{\"minor\":0,\"currency\":\"EUR\"},\"perPerson\":1,\"onSaleFrom\":\"2026-12-01T18:00:00Z\",\"onSaleUntil\":\"2026-12-01T17:00:00Z\"}] | kinds[0].onSaleUntil",
                "cancellation | {\"earlyHours\":1,\"lateRefundPercent\":101} | cancellation.lateRefundPercent",
                "linkedClass | \"no such/class\" | linkedClass",
                "languages | \"de\" | languages",
                "languages | [\"de\", \"German\"] | languages[1]",
                "languages | [\"de-AT\"] | languages[0]",
                "languages | [\"de\", \"de\"] | languages",
                "languages | [\"de\", \"en\", \"fr\", \"tr\", \"ar\", \"uk\"] | languages"
            })
    void a_bad_field_of_a_form_is_named(String field, String json, String named) throws IOException {
        var value = new ObjectMapper().readValue(json, Object.class);
        var reply = omar.post(ALL, PopUpBodies.form(field, value)).expecting(400);
        assertThat(reply.json().get("field").asText()).as(reply.text()).isEqualTo(named);
    }

    @Test
    void two_kinds_of_one_name_are_refused() {
        var twice = List.of(PopUpBodies.kind("free", "FREE", 1, 0), PopUpBodies.kind("free", "FREE", 2, 0));
        assertThat(field(omar.post(ALL, PopUpBodies.form("kinds", twice)).expecting(400)))
                .isEqualTo("kinds");
    }

    @Test
    void names_in_any_script_are_kept_as_they_are() {
        for (var title : List.of("Фитнес на площади", "広場で体を動かそう", "رياضة في الساحة", "🚴 👩‍👩‍👧")) {
            var draft = omar.post(ALL, PopUpBodies.form("title", title)).expecting(201);
            assertThat(draft.json().get("title").asText()).isEqualTo(title);
        }
    }

    @Test
    void what_is_sold_stays_sold_and_nothing_moves_to_the_past() {
        var id = PopUpBodies.published(omar);
        var path = ALL + "/" + id;
        PopUpBodies.bought(mia, id, "free");
        PopUpBodies.bought(mia, id, "free");
        var small = omar.put(path, PopUpBodies.form("capacity", 1), "*").expecting(409);
        assertThat(small.problem()).isEqualTo("capacity-below-sold");
        assertThat(field(small)).isEqualTo("capacity");
        var kinds = List.of(PopUpBodies.kind("free", "FREE", 1, 0), PopUpBodies.kind("bike", "PAID", 2, 1500));
        var few = omar.put(path, PopUpBodies.form("kinds", kinds), "*").expecting(409);
        assertThat(few.problem()).isEqualTo("quota-below-sold");
        assertThat(field(few)).isEqualTo("kinds[0].quota");
        var past = omar.put(path, PopUpBodies.form("start", "2001-01-01T10:00"), "*")
                .expecting(422);
        assertThat(past.problem()).isEqualTo("start-in-past");
        assertThat(field(past)).isEqualTo("start");
        var night = omar.put(path, PopUpBodies.form("start", "2198-10-28T02:30"), "*")
                .expecting(422);
        assertThat(night.problem()).isEqualTo("start-happens-twice");
    }

    @Test
    void a_pass_that_is_none_lets_nobody_in_and_the_door_says_why() {
        var id = PopUpBodies.published(omar);
        var other = PopUpBodies.published(omar);
        var phone = PopUpBodies.device(omar, id);
        omar.post(ALL + "/" + id + "/open").expecting(200);
        var genuine = PopUpBodies.pass(mia, id, PopUpBodies.bought(mia, id, "free"));
        var foreign = PopUpBodies.pass(mia, other, PopUpBodies.bought(mia, other, "free"));
        assertThat(reason(id, phone, "a", foreign)).isEqualTo("FOREIGN");
        assertThat(reason(id, phone, "b", forged(genuine))).isEqualTo("FORGED");
        assertThat(reason(id, phone, "c", genuine.substring(0, genuine.length() - 8)))
                .isEqualTo("UNREADABLE");
        assertThat(reason(id, phone, "d", "https://example.org/menu")).isEqualTo("UNREADABLE");
        assertThat(reason(id, phone, "e", "票".repeat(300))).isEqualTo("UNREADABLE");
        assertThat(reason(id, phone, "f", genuine)).isEqualTo("OK");
    }

    /** The last but fifth character is one of the signature. */
    private static String forged(String pass) {
        int at = pass.length() - 5;
        return pass.substring(0, at) + (pass.charAt(at) == 'A' ? 'B' : 'A') + pass.substring(at + 1);
    }

    private static String reason(String id, String device, String nonce, String pass) {
        return omar.post(ALL + "/" + id + "/scans", PopUpBodies.scan(pass, nonce, device))
                .expecting(200)
                .json()
                .get("reason")
                .asText();
    }

    @Test
    void a_device_nobody_knows_or_trusts_any_more_does_not_scan() {
        var id = PopUpBodies.published(omar);
        var path = ALL + "/" + id;
        assertThat(omar.post(path + "/scans", PopUpBodies.scan("x", "n-1", "d-1"))
                        .expecting(403)
                        .problem())
                .isEqualTo("no-such-device");
        var phone = PopUpBodies.device(omar, id);
        omar.delete(path + "/devices/" + phone).expecting(204);
        assertThat(omar.post(path + "/scans", PopUpBodies.scan("x", "n-1", phone))
                        .expecting(403)
                        .problem())
                .isEqualTo("device-is-revoked");
    }

    @ParameterizedTest
    @CsvSource({
        "nonce, has space, nonce",
        "direction, UP, direction",
        "gate, no/gate, gate",
        "override, '', override",
        "ticket, 1, ticket"
    })
    void a_bad_field_of_a_scan_is_named(String field, String value, String named) {
        var scan = PopUpBodies.scan("x", "n-1", "d-1");
        scan.put(field, value);
        assertThat(field(omar.post(ALL + "/u-1/scans", scan).expecting(400))).isEqualTo(named);
    }

    @Test
    void an_upload_is_taken_whole_or_not_at_all() {
        var id = PopUpBodies.published(omar);
        var path = ALL + "/" + id + "/scans/offline";
        var good = PopUpBodies.offline("x", "n-1", "d-1", "UNREADABLE");
        var overridden = PopUpBodies.offline("x", "n-2", "d-1", "OVERRIDDEN");
        assertThat(field(omar.post(path, Map.of("scans", List.of(good, overridden)))
                        .expecting(400)))
                .isEqualTo("scans[1].override");
        var never = PopUpBodies.offline("x", "n-3", "d-1", "OK");
        never.put("at", "+999999999-01-01T00:00:00Z");
        assertThat(field(omar.post(path, Map.of("scans", List.of(never))).expecting(400)))
                .isEqualTo("scans[0].at");
    }

    @Test
    void a_gate_through_which_nobody_goes_is_refused() {
        var path = ALL + "/" + PopUpBodies.published(omar) + "/gates";
        var shut = Map.of("gates", List.of(Map.of("id", "main", "name", "Main", "entry", false, "exit", false)));
        assertThat(field(omar.put(path, shut, "*").expecting(400))).isEqualTo("gates[0].entry");
        assertThat(field(omar.put(path, PopUpBodies.gates("main", "main"), "*").expecting(400)))
                .isEqualTo("gates");
    }

    private static String field(Reply reply) {
        return reply.json().path("field").asText();
    }
}
