package downbeat.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an idempotency key promises, one after the other and all at once. */
class OnceJourneyTest {
    private static final int AT_ONCE = 50;
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
    void the_same_request_again_gets_the_same_answer() {
        var finn = stage.named("finn", "TRAINER");
        var body = Workouts.classBody();
        var first = drafted(finn, body, "again").expecting(201);
        var second = drafted(finn, body, "again").expecting(201);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        hasClasses(finn, 1);
    }

    @Test
    void another_body_under_the_key_is_refused_by_the_name_of_the_header() {
        var gus = stage.named("gus", "TRAINER");
        var body = Workouts.classBody();
        drafted(gus, body, "once").expecting(201);
        body.put("title", "Another");
        var reply = drafted(gus, body, "once").expecting(422);
        assertThat(reply.problem()).isEqualTo("key-reused");
        assertThat(reply.json().get("field").asText()).isEqualTo("Idempotency-Key");
        hasClasses(gus, 1);
    }

    @Test
    void what_was_refused_may_be_corrected_under_its_key() {
        var hal = stage.named("hal", "TRAINER");
        var body = Workouts.classBody();
        body.put("lengthMinutes", 1);
        drafted(hal, body, "second-try").expecting(400);
        body.put("lengthMinutes", 60);
        drafted(hal, body, "second-try").expecting(201);
    }

    @Test
    void two_people_with_the_same_key_do_not_meet() {
        var ivy = stage.named("ivy", "TRAINER");
        var jon = stage.named("jon", "TRAINER");
        var body = Workouts.classBody();
        var hers = drafted(ivy, body, "shared").expecting(201).header("Location");
        body.put("title", "Another");
        assertThat(drafted(jon, body, "shared").expecting(201).header("Location"))
                .isNotEqualTo(hers);
    }

    @Test
    void the_same_request_fifty_times_at_once_is_one_class() {
        var kai = stage.named("kai", "TRAINER");
        var body = Workouts.classBody();
        var replies = atOnce(n -> drafted(kai, body, "all-at-once"));
        assertThat(replies).allMatch(reply -> reply.status() == 201);
        assertThat(replies.stream().map(reply -> reply.header("Location")).distinct())
                .hasSize(1);
        hasClasses(kai, 1);
    }

    @Test
    void fifty_requests_at_once_under_one_key_are_the_first_one_and_refusals() {
        var lou = stage.named("lou", "TRAINER");
        var replies = atOnce(n -> {
            var body = Workouts.classBody();
            body.put("title", "Ride " + n);
            return drafted(lou, body, "contested");
        });
        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.status() != 201))
                .allMatch(reply -> reply.status() == 422 && reply.problem().equals("key-reused"));
        hasClasses(lou, 1);
    }

    @Test
    void a_place_that_is_booked_twice_under_a_key_is_booked_once() {
        var tara = stage.named("tara", "TRAINER");
        var mia = stage.named("mia");
        var path = tara.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        tara.post(path + "/schedule").expecting(200);
        var replies = atOnce(n -> mia.post(path + "/bookings", Map.of("place", "ONLINE"), "place"));
        assertThat(replies).allMatch(reply -> reply.status() == 201);
        assertThat(tara.get(path).json().at("/online/left").asInt()).isEqualTo(1);
    }

    @Test
    void one_key_at_two_classes_at_once_books_at_one_of_them() {
        var tess = stage.named("tess", "TRAINER");
        var ned = stage.named("ned");
        var paths = IntStream.range(0, 2)
                .mapToObj(n -> tess.post("/api/v1/classes", Workouts.classBody())
                        .expecting(201)
                        .header("Location"))
                .toList();
        paths.forEach(path -> tess.post(path + "/schedule").expecting(200));
        var replies = atOnce(n -> ned.post(paths.get(n % 2) + "/bookings", Map.of("place", "ONLINE"), "either"));
        assertThat(replies.stream().filter(reply -> reply.status() == 201)).hasSize(AT_ONCE / 2);
        assertThat(replies.stream()
                        .filter(reply ->
                                reply.status() == 422 && reply.problem().equals("key-reused")))
                .hasSize(AT_ONCE / 2);
        assertThat(paths.stream()
                        .map(path -> ned.get(path + "/bookings/mine").status())
                        .sorted())
                .containsExactly(200, 404);
    }

    @Test
    void a_command_that_is_repeated_under_its_key_is_one_cue() {
        var rhea = stage.named("rhea", "TRAINER");
        var path = rhea.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        var plan = rhea.send("POST", "/api/v1/cue-plans?name=FTPTest.zwo", Workouts.ftpTest())
                .expecting(201)
                .json()
                .get("id");
        rhea.put(path + "/plan", Map.of("planId", plan), "*").expecting(200);
        rhea.post(path + "/schedule").expecting(200);
        rhea.post(path + "/lobby").expecting(200);
        rhea.post(path + "/control", Map.of("start", Map.of()), "go").expecting(200);
        var first =
                rhea.post(path + "/control", Map.of("skip", Map.of()), "skip-1").expecting(200);
        var second =
                rhea.post(path + "/control", Map.of("skip", Map.of()), "skip-1").expecting(200);
        assertThat(second.text()).isEqualTo(first.text());
        var next =
                rhea.post(path + "/control", Map.of("skip", Map.of()), "skip-2").expecting(200);
        assertThat(next.text()).isNotEqualTo(first.text());
    }

    private static List<Reply> atOnce(java.util.function.IntFunction<Reply> request) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, AT_ONCE)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> request.apply(n), threads))
                    .toList();
            return all.stream().map(CompletableFuture::join).toList();
        }
    }

    private static void hasClasses(Visitor trainer, int count) {
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                trainer.get("/api/v1/classes?when=mine").json().get("items"))
                        .hasSize(count));
    }

    private static Reply drafted(Visitor who, Object body, String key) {
        return who.post("/api/v1/classes", body, key);
    }
}
