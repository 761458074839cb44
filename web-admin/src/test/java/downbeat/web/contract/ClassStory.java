package downbeat.web.contract;

import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** Classes from the workout file to the report, with everything that is refused on the way. */
final class ClassStory {
    private static final String CLASSES = "/api/v1/classes";
    private static final Map<String, String> ONLINE = Map.of("place", "ONLINE");
    private static final Map<String, String> IN_ROOM = Map.of("place", "IN_ROOM");
    private static final Duration UNTIL_THE_REPORT = Duration.ofSeconds(60);

    private final Visitor tara;
    private final Visitor mia;
    private final Visitor noah;
    private final Visitor lena;

    ClassStory(Stage stage) {
        tara = stage.named("story-tara", "TRAINER");
        mia = stage.named("story-mia");
        noah = stage.named("story-noah");
        lena = stage.named("story-lena");
    }

    void tell() {
        var plan = plans();
        drafts(plan);
        cancelled(plan);
        waiting();
        led(plan);
    }

    private String plans() {
        var path = "/api/v1/cue-plans";
        var key = new String[] {"Idempotency-Key", "file"};
        var first = tara.send("POST", path + "?name=a.zwo", Workouts.ftpTest(), key)
                .expecting(201)
                .header("Location");
        tara.send("POST", path + "?name=b.zwo", Workouts.ftpTest(), key).expecting(422);
        tara.get(path).expecting(200);
        tara.get(first).expecting(200);
        tara.get(first + "/workout.zwo").expecting(200);
        var second = tara.send("POST", path + "?name=b.zwo", Workouts.ftpTest())
                .expecting(201)
                .header("Location");
        tara.delete(second).expecting(204);
        return first.substring(first.lastIndexOf('/') + 1);
    }

    private void drafts(String plan) {
        var draft = draft(Map.of());
        tara.get(CLASSES).expecting(200);
        var seen = tara.get(draft).expecting(200).header("ETag");
        var edited = tara.patch(draft, Map.of("title", "Evening ride"), seen).expecting(200);
        var gap = Map.<String, Object>of("start", "2199-03-31T02:30", "zone", "Europe/Berlin");
        tara.patch(draft, gap, "*").expecting(422);
        tara.put(draft + "/plan", Map.of("planId", plan), edited.header("ETag")).expecting(200);
        tara.post(draft + "/lobby").expecting(409);
        tara.post(CLASSES, body(gap)).expecting(422);
        tara.post(CLASSES, body(Map.of("planId", "p-nobodys"))).expecting(404);
        tara.post(draft(Map.of("start", "2001-01-01T10:00")) + "/schedule").expecting(422);
    }

    private void cancelled(String plan) {
        var path = scheduled(Map.of());
        tara.post(path + "/schedule").expecting(409);
        tara.post(path + "/cancel", Map.of("reason", "ill"), "ill").expecting(200);
        tara.post(path + "/cancel", Map.of("reason", "very ill"), "ill").expecting(422);
        for (var over : List.of(
                tara.patch(path, Map.of("title", "x"), "*"),
                tara.put(path + "/plan", Map.of("planId", plan), "*"),
                tara.post(path + "/schedule"),
                tara.post(path + "/lobby"),
                tara.post(path + "/cancel", Map.of("reason", "again")),
                tara.post(path + "/control", Map.of("start", Map.of())),
                tara.post(path + "/join"),
                mia.post(path + "/bookings", ONLINE),
                mia.put(path + "/bookings/mine", ONLINE, "*"),
                mia.delete(path + "/bookings/mine"),
                mia.post(path + "/bookings/mine/accept"),
                mia.post(path + "/bookings/mine/decline"))) {
            over.expecting(410);
        }
    }

    /** One place, three people. */
    private void waiting() {
        var path = scheduled(Map.of("onlineCapacity", 1)) + "/bookings";
        mia.post(path, ONLINE, "place").expecting(201);
        mia.post(path, IN_ROOM, "place").expecting(422);
        mia.post(path, ONLINE).expecting(409);
        lena.post(path + "/mine/accept").expecting(409);
        lena.post(path + "/mine/decline").expecting(409);
        lena.delete(path + "/mine").expecting(409);
        lena.put(path + "/mine", ONLINE, "*").expecting(409);
        lena.post(path, ONLINE).expecting(201);
        noah.post(path, ONLINE).expecting(201);
        var seen = mia.get(path + "/mine").expecting(200).header("ETag");
        mia.put(path + "/mine", IN_ROOM, seen).expecting(200);
        lena.post(path + "/mine/accept").expecting(200);
        lena.delete(path + "/mine").expecting(204);
        noah.post(path + "/mine/decline").expecting(204);
        tara.get(path).expecting(200);
    }

    private void led(String plan) {
        var path = scheduled(Map.of());
        mia.post(path + "/bookings", ONLINE).expecting(201);
        tara.patch(path, Map.of("trial", true), "*").expecting(409);
        mia.post(path + "/join").expecting(409);
        tara.post(path + "/lobby").expecting(200);
        tara.put(path + "/plan", Map.of("planId", plan), "*").expecting(409);
        mia.post(path + "/join").expecting(200);
        tara.post(path + "/control", Map.of("resume", Map.of())).expecting(409);
        tara.post(path + "/control", Map.of("fly", Map.of())).expecting(422);
        tara.post(path + "/control", Map.of("start", Map.of())).expecting(200);
        Awaitility.await()
                .until(() -> tara.get(path).json().get("phase").asText().equals("LIVE"));
        tara.post(path + "/cancel", Map.of("reason", "late")).expecting(409);
        tara.get(path + "/live").expecting(200);
        tara.post(path + "/control", Map.of("close", Map.of())).expecting(200);
        Awaitility.await()
                .atMost(UNTIL_THE_REPORT)
                .until(() -> tara.get(path + "/report").status() == 200);
        tara.get(path + "/report/histograms").expecting(200);
        tara.get("/api/v1/me/numbers").expecting(200);
        tara.get("/api/v1/me/numbers.csv").expecting(200);
    }

    private static Map<String, Object> body(Map<String, Object> other) {
        var body = Workouts.classBody();
        body.putAll(other);
        return body;
    }

    private String draft(Map<String, Object> other) {
        return created(tara.post(CLASSES, body(other)));
    }

    private String scheduled(Map<String, Object> other) {
        var path = draft(other);
        tara.post(path + "/schedule").expecting(200);
        return path;
    }

    private static String created(Reply reply) {
        return reply.expecting(201).header("Location");
    }
}
