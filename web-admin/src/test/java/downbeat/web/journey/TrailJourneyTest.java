package downbeat.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The trail has a line for everything that somebody did or tried, over HTTP and over the live socket, and for nothing else. */
class TrailJourneyTest {
    private static final Map<String, Object> NOTHING = Map.of();
    private static Stage stage;
    private static Visitor admin;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        admin = stage.admin();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void what_a_trainer_does_is_there_line_by_line() {
        var tara = stage.named("tara", "TRAINER");
        var drafted = tara.post("/api/v1/classes", Workouts.classBody()).expecting(201);
        var path = drafted.header("Location");
        tara.get(path).expecting(200);
        tara.patch(path, Map.of("title", "Evening ride"), "\"99\"").expecting(412);
        tara.patch(path, Map.of("title", "Evening ride"), drafted.header("ETag"))
                .expecting(200);
        tara.post(path + "/schedule").expecting(200);
        tara.post(path + "/schedule").expecting(409);
        tara.post(path + "/cancel", Map.of("reason", "")).expecting(400);
        tara.post(path + "/cancel", Map.of("reason", "ill")).expecting(200);
        tara.put("/api/v1/accounts/" + tara.account() + "/roles", Map.of("roles", List.of("ADMIN")), "*")
                .expecting(403);
        tara.delete("/api/v1/session").expecting(204);
        trailOf(
                tara,
                "register /api/v1/me 201",
                "draftClass " + path + " 201",
                "editClass " + path + " 412",
                "editClass " + path + " 200",
                "scheduleClass " + path + "/schedule 200",
                "scheduleClass " + path + "/schedule 409",
                "cancelClass " + path + "/cancel 400",
                "cancelClass " + path + "/cancel 200",
                "assignRoles /api/v1/accounts/" + tara.account() + "/roles 403",
                "signOut /api/v1/session 204");
    }

    @Test
    void roles_are_given_refused_and_written_down() {
        var kim = stage.named("kim");
        var roles = "/api/v1/accounts/" + kim.account() + "/roles";
        kim.post("/api/v1/classes", Workouts.classBody()).expecting(403);
        var seen = admin.get("/api/v1/accounts/" + kim.account()).expecting(200).header("ETag");
        admin.put(roles, Map.of("roles", List.of("MEMBER", "TRAINER")), seen).expecting(200);
        kim.post("/api/v1/classes", Workouts.classBody()).expecting(201);
        assertThat(admin.put(roles, Map.of("roles", List.of("MEMBER")), seen)
                        .expecting(412)
                        .problem())
                .isEqualTo("version-mismatch");
        var everything = Map.of("roles", List.of("KING"));
        assertThat(admin.put(roles, everything, "*")
                        .expecting(400)
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("roles");
        var own = "/api/v1/accounts/" + admin.account() + "/roles";
        assertThat(admin.put(own, Map.of("roles", List.of("MEMBER")), "*")
                        .expecting(400)
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("roles");
        admin.put("/api/v1/accounts/nobody/roles", Map.of("roles", List.of("MEMBER")), "*")
                .expecting(404);
        admin.put(roles, Map.of("roles", List.of("MEMBER")), "*").expecting(200);
        kim.post("/api/v1/classes", Workouts.classBody()).expecting(403);
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(lines(admin.account()).stream().filter(line -> line.startsWith("assignRoles")))
                                .containsExactlyInAnyOrder(
                                        "assignRoles " + roles + " 200",
                                        "assignRoles " + roles + " 412",
                                        "assignRoles " + roles + " 400",
                                        "assignRoles " + own + " 400",
                                        "assignRoles /api/v1/accounts/nobody/roles 404",
                                        "assignRoles " + roles + " 200"));
    }

    @Test
    void commands_over_the_socket_are_there_too_and_taps_once_a_minute() {
        var uma = stage.named("uma", "TRAINER");
        var mia = stage.named("mia");
        var path =
                uma.post("/api/v1/classes", Workouts.classBody()).expecting(201).header("Location");
        uma.post(path + "/schedule").expecting(200);
        mia.post(path + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        uma.post(path + "/lobby").expecting(200);
        try (var console = LiveDevice.join(uma, path);
                var phone = LiveDevice.join(mia, path)) {
            assertThat(console.ask("pause", NOTHING).at("/error/code").asText()).isEqualTo("wrong-phase");
            console.answered("start", NOTHING);
            console.answered("pause", NOTHING);
            console.answered("resume", NOTHING);
            console.answered("shift", Map.of("byMs", 500));
            for (var n = 0; n < 5; n++) {
                console.answered("cue", Map.of("cueId", "t-" + n, "verb", "SAY", "text", "Go"));
            }
            console.answered("skip", Map.of("to", 0));
            console.tell("pause", NOTHING);
            phone.answered("hand", Map.of("up", true));
            phone.ask("close", NOTHING);
            phone.ask("close", NOTHING);
            console.answered("close", NOTHING);
        }
        trailOf(
                uma,
                "register /api/v1/me 201",
                "draftClass " + path + " 201",
                "scheduleClass " + path + "/schedule 200",
                "openLobby " + path + "/lobby 200",
                "join " + path + "/join 200",
                "live.pause " + path + " 409",
                "live.start " + path + " 200",
                "live.pause " + path + " 200",
                "live.resume " + path + " 200",
                "live.shift " + path + " 200",
                "live.cue " + path + " 200",
                "live.skip " + path + " 200",
                "live.pause " + path + " 202",
                "live.close " + path + " 200");
        trailOf(
                mia,
                "register /api/v1/me 201",
                "book " + path + "/bookings/mine 201",
                "join " + path + "/join 200",
                "live.close " + path + " 403");
        assertThat(clients("live.start")).containsOnly("127.0.0.1");
    }

    @Test
    void a_command_over_http_is_there_by_its_name_done_or_refused() {
        var vera = stage.named("vera", "TRAINER");
        var path = vera.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        vera.post(path + "/schedule").expecting(200);
        vera.post(path + "/lobby").expecting(200);
        var control = path + "/control";
        vera.post(control, Map.of("pause", NOTHING)).expecting(409);
        vera.post(control, Map.of("start", NOTHING)).expecting(200);
        vera.post(control, Map.of("pause", NOTHING)).expecting(200);
        vera.post(control, Map.of("shift", Map.of("byMs", "soon"))).expecting(422);
        vera.post(control, Map.of("sing", NOTHING)).expecting(422);
        vera.post(control, "{oops").expecting(400);
        vera.post(control, Map.of("close", NOTHING)).expecting(200);
        trailOf(
                vera,
                "register /api/v1/me 201",
                "draftClass " + path + " 201",
                "scheduleClass " + path + "/schedule 200",
                "openLobby " + path + "/lobby 200",
                "control.pause " + control + " 409",
                "control.start " + control + " 200",
                "control.pause " + control + " 200",
                "control.shift " + control + " 422",
                "control " + control + " 422",
                "control " + control + " 400",
                "control.close " + control + " 200");
    }

    private static void trailOf(Visitor who, String... expected) {
        Awaitility.await().untilAsserted(() -> assertThat(lines(who.account())).containsExactlyInAnyOrder(expected));
    }

    private static List<String> lines(String account) {
        return trail().stream()
                .filter(line -> line.get("account").asText().equals(account))
                .map(line -> line.get("action").asText() + " "
                        + line.get("object").asText() + " " + line.get("status").asInt())
                .toList();
    }

    private static List<String> clients(String action) {
        return trail().stream()
                .filter(line -> line.get("action").asText().equals(action))
                .map(line -> line.get("client").asText())
                .toList();
    }

    private static List<JsonNode> trail() {
        var all = new ArrayList<JsonNode>();
        stage.admin()
                .get("/api/v1/audit?limit=500")
                .expecting(200)
                .json()
                .get("items")
                .forEach(all::add);
        return all;
    }
}
