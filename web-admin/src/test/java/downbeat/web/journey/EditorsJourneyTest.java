package downbeat.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Workouts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Several who edit the version they have all seen, at the same instant: one edits it, the others are told. */
class EditorsJourneyTest {
    private static final int AT_ONCE = 12;
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
    void the_plan_of_a_class() {
        var eva = stage.named("eva", "TRAINER");
        var drafted = eva.post("/api/v1/classes", Workouts.classBody()).expecting(201);
        var path = drafted.header("Location");
        var plans = IntStream.range(0, AT_ONCE)
                .mapToObj(n -> eva.send("POST", "/api/v1/cue-plans?name=" + n + ".zwo", Workouts.ftpTest())
                        .expecting(201)
                        .json()
                        .get("id")
                        .asText())
                .toList();
        oneOf(n -> eva.put(path + "/plan", Map.of("planId", plans.get(n)), drafted.header("ETag")));
    }

    @Test
    void what_is_said_of_a_class() {
        var ada = stage.named("ada", "TRAINER");
        var drafted = ada.post("/api/v1/classes", Workouts.classBody()).expecting(201);
        var path = drafted.header("Location");
        var edited = oneOf(n -> ada.patch(path, Map.of("title", "Ride " + n), drafted.header("ETag")));
        assertThat(ada.get(path).text()).isEqualTo(edited.text());
    }

    @Test
    void a_profile() {
        var una = stage.named("una");
        var seen = una.get("/api/v1/me").expecting(200).header("ETag");
        var edited = oneOf(n -> una.put("/api/v1/me", Map.of("name", "Una " + n), seen));
        assertThat(una.get("/api/v1/me").text()).isEqualTo(edited.text());
        assertThat(una.get("/api/v1/session").json().at("/account/name"))
                .isEqualTo(edited.json().get("name"));
    }

    @Test
    void a_place() {
        var eli = stage.named("eli", "TRAINER");
        var mo = stage.named("mo");
        var path =
                eli.post("/api/v1/classes", Workouts.classBody()).expecting(201).header("Location");
        eli.post(path + "/schedule").expecting(200);
        var booked = mo.post(path + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        oneOf(n -> mo.put(path + "/bookings/mine", Map.of("place", "IN_ROOM"), booked.header("ETag")));
    }

    @Test
    void the_roles_of_an_account() {
        var kim = stage.named("kim");
        var admin = stage.admin();
        var account = "/api/v1/accounts/" + kim.account();
        var seen = admin.get(account).expecting(200).header("ETag");
        var roles = List.of(List.of("MEMBER", "TRAINER"), List.of("STAFF"), List.of("ORGANIZER", "STAFF"));
        oneOf(n -> admin.put(account + "/roles", Map.of("roles", roles.get(n % 3)), seen));
    }

    @Test
    void a_profile_is_edited_altogether_or_not_at_all() {
        var ina = stage.named("ina");
        var seen = ina.get("/api/v1/me").expecting(200);
        var home = Map.of("latitude", 52.52, "longitude", 13.405);
        var refused = ina.put("/api/v1/me", Map.of("name", "Ina B.", "home", home), seen.header("ETag"));
        assertThat(refused.expecting(409).problem()).isEqualTo("needs-consent");
        assertThat(ina.get("/api/v1/me").text()).isEqualTo(seen.text());
        assertThat(ina.get("/api/v1/session").json().at("/account/name").asText())
                .isEqualTo("ina");
        var whole = Map.of("name", "Ina B.", "home", home, "consents", Map.of("home", true, "news", true));
        var edited = ina.put("/api/v1/me", whole, seen.header("ETag")).expecting(200);
        assertThat(edited.json().get("home").asText()).isNotEmpty();
        assertThat(ina.get("/api/v1/session").json().at("/account/name").asText())
                .isEqualTo("Ina B.");
    }

    /** Returns the answer of the one who edited it. */
    private static Reply oneOf(IntFunction<Reply> edit) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var replies = IntStream.range(0, AT_ONCE)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> edit.apply(n), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            var edited = replies.stream().filter(reply -> reply.status() == 200).toList();
            assertThat(edited).hasSize(1);
            assertThat(replies.stream().filter(reply -> reply.status() != 200))
                    .allMatch(reply -> reply.status() == 412 && reply.problem().equals("version-mismatch"));
            return edited.getFirst();
        }
    }
}
