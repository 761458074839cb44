package downbeat.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the workout file to the report, over real HTTP and a real WebSocket. */
class ClassJourneyTest {
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
    void a_class_is_planned_filled_led_and_reported() {
        var tara = stage.named("tara", "TRAINER");
        var mia = stage.named("mia");
        var noah = stage.named("noah");
        var lena = stage.named("lena");

        var plan = tara.send("POST", "/api/v1/cue-plans?name=FTPTest.zwo", Workouts.ftpTest())
                .expecting(201)
                .json();
        assertThat(plan.at("/plan/title").asText()).isEqualTo("FTP Test");
        var zwo = tara.get("/api/v1/cue-plans/" + plan.get("id").asText() + "/workout.zwo")
                .expecting(200);
        assertThat(zwo.text()).contains("<workout_file>");

        var body = Workouts.classBody();
        body.put("planId", plan.get("id").asText());
        var path = "/api/v1/classes/"
                + tara.post("/api/v1/classes", body)
                        .expecting(201)
                        .json()
                        .get("id")
                        .asText();
        mia.get(path).expecting(404);
        assertThat(tara.post(path + "/schedule")
                        .expecting(200)
                        .json()
                        .get("phase")
                        .asText())
                .isEqualTo("SCHEDULED");

        var online = Map.of("place", "ONLINE");
        assertThat(status(mia.post(path + "/bookings", online).expecting(201).json()))
                .isEqualTo("BOOKED");
        assertThat(status(noah.post(path + "/bookings", online).expecting(201).json()))
                .isEqualTo("BOOKED");
        var waiting = lena.post(path + "/bookings", online).expecting(201).json();
        assertThat(status(waiting)).isEqualTo("WAITING");
        assertThat(waiting.get("position").asInt()).isEqualTo(1);
        assertThat(mia.post(path + "/bookings", online).expecting(409).problem())
                .isEqualTo("already-booked");

        noah.delete(path + "/bookings/mine").expecting(204);
        assertThat(lena.get(path).json().at("/mine/status").asText()).isEqualTo("OFFERED");
        lena.post(path + "/bookings/mine/accept").expecting(200);
        assertThat(tara.get(path + "/bookings").expecting(200).json().get("items"))
                .hasSize(2);

        assertThat(mia.post(path + "/join").expecting(409).problem()).isEqualTo("lobby-not-open");
        tara.post(path + "/lobby").expecting(200);
        assertThat(noah.post(path + "/join").expecting(409).problem()).isEqualTo("not-booked");

        try (var console = LiveDevice.join(tara, path);
                var phone = LiveDevice.join(mia, path)) {
            assertThat(console.connected().at("/me/role").asText()).isEqualTo("TRAINER");
            assertThat(phone.connected().at("/me/name").asText()).isEqualTo("mia");
            tara.post(path + "/control", Map.of("start", Map.of())).expecting(200);
            assertThat(phone.cue("START").get("kind").asText()).isEqualTo("CONTROL");
            var tap = Map.of("cueId", "t-1", "verb", "SAY", "text", "Stand up! 🚴", "tone", "GO");
            var offset = console.ask("cue", tap).at("/cue/offset").asLong();
            assertThat(phone.cue("SAY").get("offset").asLong()).isEqualTo(offset);
            phone.tell("ack", executed(offset));
            assertThat(console.ask("cue", tap).at("/cue/offset").asLong()).isEqualTo(offset);
            assertThat(tara.post(path + "/control", Map.of("start", Map.of()))
                            .expecting(409)
                            .problem())
                    .isEqualTo("wrong-phase");
            assertThat(tara.get(path + "/live")
                            .expecting(200)
                            .json()
                            .get("phase")
                            .asText())
                    .isEqualTo("LIVE");
            Awaitility.await()
                    .untilAsserted(() -> assertThat(tara.get(path + "/live")
                                    .expecting(200)
                                    .json()
                                    .at("/gauge/cue/acked")
                                    .asInt())
                            .isEqualTo(1));
            tara.post(path + "/control", Map.of("close", Map.of())).expecting(200);
        }

        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(tara.get(path + "/report").status()).isEqualTo(200));
        var report = tara.get(path + "/report").json();
        assertThat(report.get("joined").asInt()).isEqualTo(1);
        recomputed(report, tara.get(path + "/report/histograms").expecting(200).json());
        assertThat(mia.get(path + "/report").expecting(403).problem()).isEqualTo("role-required");
        assertThat(mia.post(path + "/join").status()).isEqualTo(410);
        Awaitility.await()
                .untilAsserted(() -> assertThat(mia.get("/api/v1/me/attendance")
                                .expecting(200)
                                .json()
                                .get("items"))
                        .hasSize(1));
    }

    @Test
    void an_edit_names_the_version_it_was_made_from() {
        var ella = stage.named("ella", "TRAINER");
        var drafted = ella.post("/api/v1/classes", Workouts.classBody()).expecting(201);
        var path = drafted.header("Location");
        var edit = Map.of("title", "Evening ride");
        ella.send("PATCH", path, Visitor.json(edit), "Content-Type", "application/json")
                .expecting(428);
        var edited = ella.patch(path, edit, drafted.header("ETag")).expecting(200);
        assertThat(edited.json().get("title").asText()).isEqualTo("Evening ride");
        assertThat(ella.patch(path, edit, drafted.header("ETag")).expecting(412).problem())
                .isEqualTo("version-mismatch");
    }

    @Test
    void an_imported_plan_says_its_sport_and_what_of_its_file_is_not_in_it() {
        var rita = stage.named("rita", "TRAINER");
        var file = """
                <workout_file><sportType>run</sportType><workout>
                <FreeRide Duration='600'>
                <textevent distoffset='400' message='Half a lap'/>
                </FreeRide></workout></workout_file>""";
        var run = rita.send("POST", "/api/v1/cue-plans?name=laps.zwo", Visitor.json(file))
                .expecting(201);
        assertThat(run.json().at("/plan/sport").asText()).isEqualTo("RUN");
        assertThat(run.json().at("/plan/leftOut").asText())
                .startsWith("Left out on import: 1 text placed by distance (line 3);");
        assertThat(rita.get(run.header("Location")).json().get("plan"))
                .isEqualTo(run.json().get("plan"));
        var ride = rita.send("POST", "/api/v1/cue-plans?name=FTPTest.zwo", Workouts.ftpTest())
                .expecting(201);
        assertThat(ride.json().at("/plan/sport").asText()).isEqualTo("BIKE");
        assertThat(ride.json().at("/plan/leftOut").isNull()).isTrue();
    }

    @Test
    void a_plan_is_given_to_the_version_one_has_seen() {
        var eva = stage.named("eva", "TRAINER");
        var drafted = eva.post("/api/v1/classes", Workouts.classBody()).expecting(201);
        var path = drafted.header("Location");
        var plan = eva.send("POST", "/api/v1/cue-plans?name=FTPTest.zwo", Workouts.ftpTest())
                .expecting(201)
                .json()
                .get("id")
                .asText();
        var choice = Map.of("planId", plan);
        eva.put(path + "/plan", choice).expecting(428);
        eva.patch(path, Map.of("title", "Evening ride"), drafted.header("ETag")).expecting(200);
        assertThat(eva.put(path + "/plan", choice, drafted.header("ETag"))
                        .expecting(412)
                        .problem())
                .isEqualTo("version-mismatch");
        assertThat(eva.get(path).json().get("plan").isNull()).isTrue();
        var seen = eva.get(path).header("ETag");
        var attached = eva.put(path + "/plan", choice, seen).expecting(200);
        assertThat(attached.header("ETag")).isNotEqualTo(seen);
    }

    @Test
    void a_place_is_switched_from_where_one_has_seen_it() {
        var eli = stage.named("eli", "TRAINER");
        var mo = stage.named("mo");
        var path =
                eli.post("/api/v1/classes", Workouts.classBody()).expecting(201).header("Location");
        eli.post(path + "/schedule").expecting(200);
        var booked = mo.post(path + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        var mine = path + "/bookings/mine";
        assertThat(booked.header("Location")).isEqualTo(mine);
        assertThat(mo.get(mine).header("ETag")).isEqualTo(booked.header("ETag"));
        var inRoom = Map.of("place", "IN_ROOM");
        mo.put(mine, inRoom).expecting(428);
        var moved = mo.put(mine, inRoom, booked.header("ETag")).expecting(200);
        assertThat(mo.put(mine, Map.of("place", "ONLINE"), booked.header("ETag"))
                        .expecting(412)
                        .problem())
                .isEqualTo("version-mismatch");
        assertThat(mo.get(mine).expecting(200).json().get("place").asText()).isEqualTo("IN_ROOM");
        assertThat(mo.get(mine).header("ETag")).isEqualTo(moved.header("ETag"));
    }

    @Test
    void what_is_wrong_with_a_class_is_named() {
        var gus = stage.named("gus", "TRAINER");
        var wrong = Map.of(
                "title",
                "",
                "lengthMinutes",
                9999,
                "zone",
                "Mars/Olympus",
                "start",
                "2026-03-29T02:30Z",
                "onlineCapacity",
                -1);
        wrong.forEach((field, value) -> {
            var body = Workouts.classBody();
            body.put(field, value);
            var reply = gus.post("/api/v1/classes", body).expecting(400);
            assertThat(reply.json().get("field").asText()).isEqualTo(field);
        });
        var gap = Workouts.classBody();
        gap.putAll(Map.of("start", "2199-03-31T02:30", "zone", "Europe/Berlin"));
        assertThat(gus.post("/api/v1/classes", gap).expecting(422).problem()).isEqualTo("start-does-not-exist");
    }

    @Test
    void a_bad_workout_names_line_and_element() {
        var hal = stage.named("hal", "TRAINER");
        for (var file : List.of(
                "", "<workout_file><workout><SteadyState Duration=\"x\"/></workout></workout_file>", "no workout")) {
            var reply = hal.send("POST", "/api/v1/cue-plans?name=a.zwo", Visitor.json(file))
                    .expecting(400);
            assertThat(reply.problem()).isEqualTo("bad-workout");
        }
    }

    @Test
    void lists_are_read_in_pages_and_cursors_cannot_be_made_up() {
        var ivy = stage.named("ivy", "TRAINER");
        ivy.post("/api/v1/classes", Workouts.classBody()).expecting(201);
        Awaitility.await()
                .untilAsserted(() -> assertThat(ivy.get("/api/v1/classes?when=mine")
                                .expecting(200)
                                .json()
                                .get("items"))
                        .hasSize(1));
        assertThat(ivy.get("/api/v1/classes?cursor=abc").expecting(400).problem())
                .isEqualTo("bad-cursor");
        assertThat(ivy.get("/api/v1/classes?when=never")
                        .expecting(400)
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("when");
        assertThat(ivy.get("/api/v1/classes?x=1").expecting(400).problem()).isEqualTo("unknown-query");
    }

    private static Map<String, Object> executed(long offset) {
        return Map.of("bound", 0.5, "cues", List.of(Map.of("o", offset, "held", 0, "ct", 1_000, "how", "ONTIME")));
    }

    /** Somebody else computes the report again, from the raw histograms and with HdrHistogram alone. */
    private static void recomputed(JsonNode report, JsonNode raw) {
        assertThat(raw.get("unit").asText()).isEqualTo("us");
        for (var name : List.of("upperBound", "estimate")) {
            var histogram = histogram(raw.at("/histograms/" + name).asText());
            assertThat(histogram.getTotalCount()).as("%s of %s", name, report).isPositive();
            for (var percentile : List.of(50, 95, 99)) {
                assertThat(report.at("/cue/" + name + "Ms/p" + percentile).asDouble())
                        .as("%s p%s", name, percentile)
                        .isEqualTo(histogram.getValueAtPercentile(percentile) / 1000.0);
            }
        }
        var cue = report.get("cue");
        assertThat(cue.get("acked").asLong()).isEqualTo(1);
        assertThat(cue.get("unacked").asLong())
                .as("whatever was sent and not acked counts as infinitely late")
                .isEqualTo(cue.get("sent").asLong() - cue.get("acked").asLong())
                .isPositive();
    }

    private static Histogram histogram(String encoded) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(encoded)), 60_000_000);
        } catch (DataFormatException e) {
            throw new AssertionError(e);
        }
    }

    private static String status(JsonNode booking) {
        return booking.get("status").asText();
    }
}
