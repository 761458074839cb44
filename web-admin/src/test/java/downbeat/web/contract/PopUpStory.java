package downbeat.web.contract;

import static downbeat.web.stage.PopUpBodies.ALL;

import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A pop-up from draft to cancelled, with everything that is refused on the way. */
final class PopUpStory {
    private static final int MOST_DEVICES = 200;
    private static final Map<String, Object> ONE = Map.of("kind", "free", "count", 1);
    private static final Map<String, Object> TWO = Map.of("kind", "free", "count", 2);
    private static final Map<String, Object> FREE = Map.of("kind", "free");
    private static final Map<String, Object> COME = Map.of("to", "IN_ROOM", "kind", "free");
    /** The clocks go forward over it. */
    private static final String GAP = "2198-03-25T02:30";

    private final Stage stage;
    private final Visitor omar;
    private final Visitor mia;
    private final Visitor noah;
    private final Visitor nobody;

    PopUpStory(Stage stage) {
        this.stage = stage;
        omar = stage.organizer("story-omar");
        mia = stage.named("story-pop-mia");
        noah = stage.named("story-pop-noah");
        nobody = stage.anonymous();
    }

    void tell() {
        stage.admin().post("/api/v1/pass-keys").expecting(201);
        drafts();
        pictures();
        places();
        door();
        rooms();
        transferred();
        cancelled();
        omar.get(ALL).expecting(200);
        omar.get("/api/v1/me/pop-ups").expecting(200);
        mia.get("/api/v1/me/tickets").expecting(200);
        mia.get("/api/v1/pass-keys").expecting(200);
    }

    private void drafts() {
        omar.post(ALL, PopUpBodies.form("start", GAP)).expecting(422);
        omar.post(ALL, PopUpBodies.form("linkedClass", "c-nobodys")).expecting(404);
        var path = ALL + "/" + PopUpBodies.drafted(omar, PopUpBodies.form());
        var seen = omar.get(path).expecting(200).header("ETag");
        omar.put(path, PopUpBodies.form("title", "Another"), seen).expecting(200);
        omar.put(path, PopUpBodies.form("start", GAP), "*").expecting(422);
        omar.post(path + "/copy", Map.of("start", "2198-12-08T18:00")).expecting(201);
        omar.post(path + "/copy", Map.of("start", GAP)).expecting(422);
        omar.post(path + "/open").expecting(409);
        omar.post(path + "/close").expecting(409);
        omar.post(path + "/publish").expecting(200);
        omar.post(path + "/publish").expecting(409);
        omar.get(path + "/calendar.ics").expecting(200);
        var past = ALL + "/" + PopUpBodies.drafted(omar, PopUpBodies.form("start", "2001-01-01T10:00"));
        omar.post(past + "/publish").expecting(422);
    }

    private void pictures() {
        var path = ALL + "/" + PopUpBodies.drafted(omar, PopUpBodies.form()) + "/pictures";
        var key = new String[] {"Content-Type", "image/png", "Idempotency-Key", "picture"};
        var added = omar.send("POST", path + "?alt=A+square.", MediaFiles.png(1), key);
        var one = path + "/" + added.expecting(201).json().get("hash").asText();
        omar.send("POST", path + "?alt=A+square.", MediaFiles.png(0xffffff), key)
                .expecting(422);
        omar.send("POST", path, MediaFiles.png(1)).expecting(400);
        omar.send("POST", path + "?alt=Nothing.", new byte[] {1, 2, 3}).expecting(422);
        omar.patch(one, Map.of("alt", "Another square.", "position", 7), "*").expecting(200);
        omar.patch(one, Map.of("alt", "An old square."), "\"older\"").expecting(412);
        omar.send("PATCH", one, Visitor.json(Map.of("position", 0)), "Content-Type", "application/json")
                .expecting(428);
        omar.patch(one, Map.of("position", 8), "*").expecting(400);
        omar.get(path.replace("/pictures", "")).expecting(200);
        for (int n = 1; n < 8; n++) {
            omar.send("POST", path + "?alt=More.", MediaFiles.stripes(n)).expecting(201);
        }
        omar.send("POST", path + "?alt=More.", MediaFiles.stripes(8)).expecting(409);
        omar.delete(one).expecting(204);
        omar.delete(one).expecting(404);
        omar.patch(one, Map.of("position", 1), "*").expecting(404);
    }

    /** Two free tickets for two people. */
    private void places() {
        var form = PopUpBodies.form("capacity", 2);
        form.put("kinds", List.of(PopUpBodies.kind("free", "FREE", 2, 0), PopUpBodies.kind("bike", "PAID", 2, 1500)));
        var path = ALL + "/" + PopUpBodies.published(omar, form);
        var hold = path + "/holds/"
                + mia.post(path + "/holds", TWO, "places")
                        .expecting(201)
                        .json()
                        .get("id")
                        .asText();
        mia.post(path + "/holds", ONE, "places").expecting(422);
        noah.post(path + "/holds", ONE).expecting(409);
        noah.post(hold + "/confirm").expecting(409);
        noah.delete(hold).expecting(409);
        noah.delete(path + "/waiting").expecting(409);
        noah.post(path + "/offer/accept").expecting(409);
        noah.post(path + "/offer/decline").expecting(409);
        noah.post(path + "/waiting", FREE, "queue").expecting(201);
        noah.post(path + "/waiting", Map.of("kind", "bike"), "queue").expecting(422);
        noah.post(path + "/waiting", FREE).expecting(409);
        noah.delete(path + "/waiting").expecting(204);
        mia.delete(hold).expecting(204);
        mia.post(path + "/holds", TWO).expecting(201);
        noah.post(path + "/waiting", FREE).expecting(201);
        mia.delete(held(path)).expecting(204);
        noah.post(path + "/offer/decline").expecting(204);
        mia.post(path + "/holds", TWO).expecting(201);
        noah.post(path + "/waiting", FREE).expecting(201);
        var tickets = mia.post(held(path) + "/confirm").expecting(200).json().get("tickets");
        omar.put(path, PopUpBodies.form("capacity", 1), "*").expecting(409);
        var given = path + "/tickets/" + tickets.get(0).get("id").asText();
        var kept = path + "/tickets/" + tickets.get(1).get("id").asText();
        omar.post(kept + "/settle").expecting(409);
        mia.get(kept + "/pass").expecting(200);
        mia.get(kept + "/pass.png").expecting(200);
        mia.get(kept + "/pass.pdf").expecting(200);
        mia.post(given + "/cancel").expecting(200);
        mia.post(given + "/cancel").expecting(410);
        omar.post(given + "/settle").expecting(410);
        mia.get(given + "/pass").expecting(410);
        mia.get(given + "/pass.png").expecting(410);
        mia.get(given + "/pass.pdf").expecting(410);
        noah.post(path + "/offer/accept").expecting(200);
    }

    private String held(String path) {
        return path + "/holds/"
                + mia.get(path).expecting(200).json().at("/mine/hold/id").asText();
    }

    private void door() {
        var id = PopUpBodies.published(omar);
        var path = ALL + "/" + id;
        var ticket = PopUpBodies.bought(mia, id, "bike");
        var pass = PopUpBodies.pass(mia, id, ticket);
        omar.put(path + "/gates", PopUpBodies.gates("main", "north"), "*").expecting(200);
        var unknown = Map.of("id", "main", "name", "Main", "kinds", List.of("gold"));
        omar.put(path + "/gates", Map.of("gates", List.of(unknown)), "*").expecting(422);
        var phone = omar.post(path + "/devices", Map.of("name", "Phone"), "phone")
                .expecting(201)
                .json()
                .get("id")
                .asText();
        omar.post(path + "/devices", Map.of("name", "Tablet"), "phone").expecting(422);
        omar.post(path + "/open").expecting(200);
        omar.post(path + "/scans", PopUpBodies.scan(pass, "n-1", phone), "scan").expecting(200);
        omar.post(path + "/scans", PopUpBodies.scan(pass, "n-2", phone), "scan").expecting(422);
        omar.post(path + "/walk-ins", PopUpBodies.walkIn("w-1", "free", phone), "walk")
                .expecting(200);
        omar.post(path + "/walk-ins", PopUpBodies.walkIn("w-2", "free", phone), "walk")
                .expecting(422);
        omar.post(path + "/walk-ins", PopUpBodies.walkIn("w-3", "gold", phone)).expecting(409);
        invited(path, phone);
        var elsewhere = PopUpBodies.scan(pass, "n-3", phone);
        elsewhere.put("gate", "south");
        omar.post(path + "/scans", elsewhere).expecting(409);
        var offline = path + "/scans/offline";
        omar.post(offline, upload(PopUpBodies.offline(pass, "o-1", phone, "OK")), "up")
                .expecting(200);
        omar.post(offline, upload(PopUpBodies.offline(pass, "o-2", phone, "OK")), "up")
                .expecting(422);
        mia.post(path + "/tickets/" + ticket + "/cancel").expecting(409);
        mia.post(path + "/tickets/" + ticket + "/transfer").expecting(409);
        omar.post(path + "/tickets/" + ticket + "/settle").expecting(204);
        omar.put(path + "/gates", PopUpBodies.gates("north"), "*").expecting(409);
        omar.get(path + "/door").expecting(200);
        var book = omar.get(path + "/door/book").expecting(200).header("ETag");
        omar.send("GET", path + "/door/book", null, "If-None-Match", book).expecting(304);
        omar.get(path + "/attendees").expecting(200);
        omar.get(path + "/attendees.csv").expecting(200);
        omar.get(path + "/close-out").expecting(200);
        omar.get(path + "/close-out.csv").expecting(200);
        omar.delete(path + "/devices/" + phone).expecting(204);
        for (int registered = 1; registered < MOST_DEVICES; registered++) {
            omar.post(path + "/devices", Map.of("name", "Phone " + registered)).expecting(201);
        }
        omar.post(path + "/devices", Map.of("name", "One more")).expecting(409);
        omar.post(path + "/close").expecting(200);
    }

    /** A class with one place online, and its room. */
    private void rooms() {
        var classes = "/api/v1/classes";
        var body = Workouts.classBody();
        body.put("onlineCapacity", 1);
        var ride = omar.post(classes, body).expecting(201).json().get("id").asText();
        var online = classes + "/" + ride;
        omar.post(online + "/schedule").expecting(200);
        var id = PopUpBodies.published(omar, PopUpBodies.form("linkedClass", ride));
        var path = ALL + "/" + id;
        Awaitility.await().until(() -> mia.get(online + "/room").status() == 200);
        omar.post(path + "/stage").expecting(409);
        omar.post(online + "/lobby").expecting(200);
        omar.post(path + "/stage").expecting(200);
        mia.post(path + "/stage").expecting(404);
        var ticket = path + "/tickets/" + PopUpBodies.bought(mia, id, "free");
        mia.post(path + "/place", Map.of("to", "ONLINE"), "move").expecting(200);
        mia.post(path + "/place", COME, "move").expecting(422);
        mia.post(ticket + "/cancel").expecting(410);
        PopUpBodies.bought(noah, id, "free");
        noah.post(path + "/place", Map.of("to", "ONLINE")).expecting(409);
        mia.post(path + "/place", COME).expecting(200);
        noah.post(path + "/place", Map.of("to", "ONLINE")).expecting(200);
        omar.post(online + "/cancel", Map.of("reason", "ill")).expecting(200);
        omar.post(path + "/stage").expecting(410);
        mia.post(path + "/place", Map.of("to", "ONLINE")).expecting(410);
    }

    /** A browser comes to the door without an account. */
    private void invited(String path, String phone) {
        var invitation = path + "/devices/" + phone + "/invitation";
        var code = omar.post(invitation, Map.of("supervisor", true), "invite")
                .expecting(201)
                .json()
                .get("url")
                .asText()
                .replace("/door/", "");
        omar.post(invitation, Map.of("supervisor", false), "invite").expecting(422);
        var session = "/api/v1/door-session";
        var opened = nobody.post(session, Map.of("code", code), "take").expecting(201);
        nobody.post(session, Map.of("code", "i-other"), "take").expecting(422);
        nobody.post(session, Map.of("code", code)).expecting(410);
        nobody.post(session, Map.of("code", "i-other")).expecting(404);
        nobody.get(session).expecting(404);
        nobody.keeping(opened).get(session).expecting(200);
        nobody.keeping(opened).delete(session).expecting(204);
    }

    /** A ticket goes from one to the other, and the organizer takes it back. */
    private void transferred() {
        var id = PopUpBodies.published(omar);
        var path = ALL + "/" + id;
        var ticket = path + "/tickets/" + PopUpBodies.bought(mia, id, "free");
        mia.post(ticket + "/cancel").expecting(200);
        mia.post(ticket + "/transfer").expecting(410);
        var other = path + "/tickets/" + PopUpBodies.bought(mia, id, "free");
        Map<String, Object> code = Map.of(
                "code",
                mia.post(other + "/transfer").expecting(200).json().get("code").asText());
        mia.post(path + "/transfers", code).expecting(409);
        noah.post(path + "/transfers", code, "take").expecting(200);
        noah.post(path + "/transfers", Map.of("code", "x"), "take").expecting(422);
        mia.post(path + "/transfers", code).expecting(410);
        omar.post(other + "/revoke", Map.of("reason", "Storm"), "back").expecting(200);
        omar.post(other + "/revoke", Map.of("reason", "Snow"), "back").expecting(422);
        omar.post(other + "/revoke", Map.of("reason", "Storm")).expecting(410);
    }

    private static Map<String, Object> upload(Map<String, Object> scan) {
        return Map.of("scans", List.of(scan));
    }

    private void cancelled() {
        var id = PopUpBodies.published(omar);
        var path = ALL + "/" + id;
        var ticket = path + "/tickets/" + PopUpBodies.bought(mia, id, "free");
        var phone = PopUpBodies.device(omar, id);
        omar.post(path + "/cancel", Map.of("reason", "Storm"), "storm").expecting(200);
        omar.post(path + "/cancel", Map.of("reason", "Snow"), "storm").expecting(422);
        for (var over : List.of(
                omar.put(path, PopUpBodies.form(), "*"),
                omar.post(path + "/publish"),
                omar.post(path + "/open"),
                omar.post(path + "/close"),
                omar.post(path + "/cancel", Map.of("reason", "again")),
                omar.put(path + "/gates", PopUpBodies.gates("main"), "*"),
                omar.post(path + "/devices", Map.of("name", "Phone")),
                omar.post(path + "/devices/" + phone + "/invitation", Map.of()),
                omar.post(path + "/walk-ins", PopUpBodies.walkIn("w-1", "free", phone)),
                omar.post(ticket + "/revoke", Map.of("reason", "again")),
                mia.post(ticket + "/transfer"),
                mia.post(path + "/holds", ONE),
                mia.post(path + "/holds/h-1/confirm"),
                mia.delete(path + "/holds/h-1"),
                mia.post(path + "/waiting", FREE),
                mia.delete(path + "/waiting"),
                mia.post(path + "/offer/accept"),
                mia.post(path + "/offer/decline"),
                mia.post(ticket + "/cancel"))) {
            over.expecting(410);
        }
    }

    /** Where each may be done once; what is not the caller's to do counts too. */
    static void tooOften(Visitor tara) {
        var path = ALL + "/nobody-knows-it";
        tara.post(path + "/holds", ONE).expecting(404);
        tara.post(path + "/holds", ONE).expecting(429);
        tara.post(path + "/scans", PopUpBodies.scan("x", "n-1", "d-1")).expecting(403);
        tara.post(path + "/scans", PopUpBodies.scan("x", "n-1", "d-1")).expecting(429);
        tara.post(path + "/walk-ins", PopUpBodies.walkIn("w-1", "free", "d-1")).expecting(429);
        tara.post("/api/v1/door-session", Map.of("code", "i-nobodys")).expecting(429);
        tara.post(path + "/scans/offline", upload(PopUpBodies.offline("x", "n-1", "d-1", "UNREADABLE")))
                .expecting(429);
        tara.post(path + "/stage").expecting(429);
        tara.send("POST", path + "/pictures?alt=A+square.", MediaFiles.png(1), "Content-Type", "image/png")
                .expecting(429);
    }
}
