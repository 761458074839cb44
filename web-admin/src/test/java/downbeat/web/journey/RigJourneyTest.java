package downbeat.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Rigs;
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

/** A trainer's way from an unchecked rig to the first class. */
class RigJourneyTest {
    private static final String VERDICTS = "/api/v1/rig/verdicts";
    private static final String CHECKLIST = "/api/v1/rig/checklist";

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.open();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void a_trainer_gets_from_an_unchecked_rig_to_a_list_with_nothing_open() {
        var tara = stage.named("first-tara", "TRAINER");
        var mia = stage.named("first-mia");
        Awaitility.await()
                .until(() -> stage.anonymous()
                                .get("/api/v1/pops")
                                .json()
                                .get("items")
                                .size()
                        == 1);
        assertThat(states(tara)).containsExactly("OPEN", "OPEN", "OPEN", "OPEN", "OPTIONAL");

        tara.post(VERDICTS, Rigs.without("camera")).expecting(201);
        assertThat(states(tara)).as("a bad rig").containsExactly("DONE", "OPEN", "OPEN", "OPEN", "OPTIONAL");
        tara.post(VERDICTS, Rigs.good()).expecting(201);
        assertThat(states(tara)).containsExactly("DONE", "DONE", "OPEN", "OPEN", "OPTIONAL");

        held(tara, mia);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(states(tara)).containsExactly("DONE", "DONE", "DONE", "OPEN", "OPTIONAL"));
        var next = scheduled(tara);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(states(tara)).containsExactly("DONE", "DONE", "DONE", "DONE", "OPTIONAL"));
        var list = tara.get(CHECKLIST).expecting(200).json();
        assertThat(list.get("ready").asBoolean()).isTrue();
        assertThat(list.at("/items/4/sentence").asText())
                .isEqualTo("No pop-up is the room of a class of yours; an organizer links one.");

        var omar = stage.organizer("first-omar");
        PopUpBodies.published(omar, PopUpBodies.form("linkedClass", next.substring(next.lastIndexOf('/') + 1)));
        Awaitility.await()
                .untilAsserted(() -> assertThat(states(tara)).containsExactly("DONE", "DONE", "DONE", "DONE", "DONE"));
    }

    @Test
    void nobody_records_ready_with_bad_figures() {
        var tara = stage.named("honest-tara", "TRAINER");
        var verdict = tara.post(
                        VERDICTS,
                        Rigs.with("camera", Map.of("width", 1920, "height", 1080, "fps", 9, "brightness", 0.5)))
                .expecting(201)
                .json();
        assertThat(verdict.get("verdict").asText()).isEqualTo("NOT_READY");
        assertThat(verdict.at("/findings/0/reasons/0").asText())
                .isEqualTo("Fewer than 15 frames a second come from the camera.");
        assertThat(verdict.at("/findings/1/verdict").asText()).isEqualTo("READY");
        var told = Rigs.with("verdict", "READY");
        var refused = tara.post(VERDICTS, told).expecting(400);
        assertThat(refused.problem()).isEqualTo("unknown-field");
        assertThat(refused.json().get("field").asText()).isEqualTo("verdict");
    }

    @Test
    void a_check_that_is_sent_again_is_on_record_once() {
        var tara = stage.named("twice-tara", "TRAINER");
        var first = tara.post(VERDICTS, Rigs.good(), "once").expecting(201).json();
        assertThat(tara.post(VERDICTS, Rigs.good(), "once").expecting(201).json())
                .isEqualTo(first);
        assertThat(tara.post(VERDICTS, Rigs.without("link"), "once")
                        .expecting(422)
                        .problem())
                .isEqualTo("key-reused");
        Awaitility.await()
                .untilAsserted(() -> assertThat(numbers(tara, VERDICTS)).containsExactly(1L));
    }

    @Test
    void verdicts_are_read_in_pages_the_newest_first_and_only_ones_own() {
        var tara = stage.named("paged-tara", "TRAINER");
        var other = stage.named("paged-other", "TRAINER");
        for (int i = 0; i < 52; i++) {
            tara.post(VERDICTS, Rigs.good()).expecting(201);
        }
        Awaitility.await().untilAsserted(() -> {
            var first = tara.get(VERDICTS).expecting(200).json();
            assertThat(numbers(first)).hasSize(50).startsWith(52L, 51L).endsWith(3L);
            var rest = tara.get(VERDICTS + "?cursor=" + first.get("next").asText())
                    .expecting(200)
                    .json();
            assertThat(numbers(rest)).containsExactly(2L, 1L);
            assertThat(rest.get("next").isNull()).isTrue();
        });
        assertThat(numbers(other, VERDICTS)).isEmpty();
        var foreign = tara.get(VERDICTS).json().get("next").asText();
        assertThat(tara.get("/api/v1/cue-plans?cursor=" + foreign)
                        .expecting(400)
                        .problem())
                .isEqualTo("bad-cursor");
        assertThat(tara.get(VERDICTS + "?cursor=" + foreign + "x")
                        .expecting(400)
                        .problem())
                .isEqualTo("bad-cursor");
    }

    @Test
    void bytes_that_are_measured_leave_a_trail_only_where_they_were_refused() {
        var tara = stage.named("measured-tara", "TRAINER");
        var mia = stage.named("measured-mia");
        var up = "/api/v1/rig/uplink";
        tara.send("POST", up, new byte[9], "Content-Type", "application/octet-stream")
                .expecting(204);
        mia.send("POST", up, new byte[9], "Content-Type", "application/octet-stream")
                .expecting(403);
        tara.post(VERDICTS, Rigs.good()).expecting(201);
        var mine = List.of(tara.account(), mia.account());
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(trail(mine)).containsExactlyInAnyOrder("recordVerdict 201", "measureUplink 403"));
    }

    private static List<String> trail(List<String> accounts) {
        var lines = new ArrayList<String>();
        stage.admin()
                .get("/api/v1/audit?limit=500")
                .expecting(200)
                .json()
                .get("items")
                .forEach(line -> {
                    var action = line.get("action").asText();
                    if (accounts.contains(line.get("account").asText()) && !action.equals("register")) {
                        lines.add(action + " " + line.get("status").asInt());
                    }
                });
        return lines;
    }

    private static List<String> states(Visitor who) {
        var states = new ArrayList<String>();
        who.get(CHECKLIST)
                .expecting(200)
                .json()
                .get("items")
                .forEach(line -> states.add(line.get("state").asText()));
        return states;
    }

    private static List<Long> numbers(Visitor who, String path) {
        return numbers(who.get(path).expecting(200).json());
    }

    private static List<Long> numbers(JsonNode page) {
        var all = new ArrayList<Long>();
        page.get("items").forEach(item -> all.add(item.get("number").asLong()));
        return all;
    }

    private static String scheduled(Visitor tara) {
        var path = tara.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        tara.post(path + "/schedule").expecting(200);
        return path;
    }

    /** From the lobby to the report, with one member in it. */
    private static void held(Visitor tara, Visitor mia) {
        var path = scheduled(tara);
        mia.post(path + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        tara.post(path + "/lobby").expecting(200);
        try (var phone = LiveDevice.join(mia, path)) {
            assertThat(phone.connected().path("class").asText()).isNotEmpty();
            tara.post(path + "/control", Map.of("start", Map.of())).expecting(200);
            Awaitility.await()
                    .until(() -> tara.get(path).json().get("phase").asText().equals("LIVE"));
            tara.post(path + "/control", Map.of("close", Map.of())).expecting(200);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> tara.get(path + "/report").status() == 200);
    }
}
