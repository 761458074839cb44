package downbeat.web.contract;

import static downbeat.web.stage.DropBodies.ALL;
import static downbeat.web.stage.DropBodies.DOWNLOAD;

import downbeat.web.stage.DropBodies;
import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A drop from draft to cancelled, and its counter, with everything that is refused on the way. */
final class DropStory {
    private final Visitor tara;
    private final Visitor mia;
    private final Visitor noah;
    private final String popUp;
    private final Map<String, Object> early;
    private final Map<String, Object> late;

    DropStory(Stage stage) {
        tara = stage.organizer("story-drop-tara");
        mia = stage.named("story-drop-mia");
        noah = stage.named("story-drop-noah");
        popUp = PopUpBodies.published(tara);
        early = DropBodies.order(popUp, "early");
        late = DropBodies.order(popUp, "late");
    }

    void tell() {
        composed();
        claimed();
        waited();
        lined();
        counted();
        fetched();
        over();
    }

    private void composed() {
        var id = DropBodies.composed(tara, DropBodies.at(popUp));
        tara.post(ALL, DropBodies.at(popUp), "once").expecting(201);
        tara.post(ALL, DropBodies.at(popUp, "title", "Another"), "once").expecting(422);
        var path = ALL + "/" + id;
        tara.put(path, DropBodies.at(popUp, "perMember", 2), "*").expecting(200);
        tara.post(path + "/open").expecting(409);
        tara.post(path + "/close").expecting(409);
        tara.post(path + "/announce").expecting(200);
        tara.post(path + "/announce").expecting(409);
        tara.post(path + "/open").expecting(200);
        tara.put(path, DropBodies.at(popUp), "*").expecting(409);
        var stock = path + "/points/" + popUp + "/stock";
        tara.put(stock, Map.of("component", "bottle", "stock", 4)).expecting(200);
        tara.put(stock, Map.of("component", "cup", "stock", 4)).expecting(422);
        tara.get(path + "/figures").expecting(200);
        Awaitility.await()
                .until(() -> tara.get("/api/v1/me/drops").expecting(200).text().contains(id));
        ofClass();
    }

    private void ofClass() {
        var path = tara.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        tara.post(path + "/schedule").expecting(200);
        DropBodies.announcedFor(tara, path, DropBodies.at(popUp, "classId", path.substring(path.lastIndexOf('/') + 1)));
    }

    private void claimed() {
        var path = ALL + "/" + DropBodies.open(tara, DropBodies.at(popUp));
        var claims = path + "/claims";
        mia.post(claims, early, "mine").expecting(201);
        mia.post(claims, late, "mine").expecting(422);
        mia.post(claims, late).expecting(409);
        mia.get(path).expecting(200);
        mia.get(claims + "/1/picture").expecting(200);
        mia.put(claims + "/1/pickup", Map.of("point", popUp, "window", "late")).expecting(200);
        mia.put(claims + "/1/pickup", Map.of("point", popUp, "window", "never")).expecting(422);
        noah.post(claims, late).expecting(201);
        noah.put(claims + "/2/pickup", Map.of("point", popUp, "window", "late")).expecting(200);
        tara.post(claims, early).expecting(201);
        tara.put(claims + "/3/pickup", Map.of("point", popUp, "window", "late")).expecting(409);
        tara.get(claims).expecting(200);
        mia.post(claims + "/1/release").expecting(200);
        mia.post(claims + "/1/release").expecting(410);
        mia.put(claims + "/1/pickup", Map.of("point", popUp, "window", "early")).expecting(410);
        Awaitility.await()
                .until(() -> mia.get("/api/v1/me/claims").expecting(200).text().contains("CANCELLED"));
        var members = new HashMap<>(DropBodies.at(popUp));
        var classPath = tara.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        members.put("classId", classPath.substring(classPath.lastIndexOf('/') + 1));
        members.put("eligibility", Map.of("percent", 60));
        mia.post(ALL + "/" + DropBodies.open(tara, members) + "/claims", early).expecting(403);
    }

    private void waited() {
        var one = new HashMap<>(DropBodies.at(popUp));
        var path = ALL + "/" + DropBodies.open(tara, one);
        var stock = path + "/points/" + popUp + "/stock";
        var waiting = path + "/waiting";
        mia.post(waiting, early).expecting(409);
        tara.put(stock, Map.of("component", "bottle", "stock", 0)).expecting(200);
        mia.post(waiting, early, "wait").expecting(201);
        mia.post(waiting, late, "wait").expecting(422);
        mia.delete(waiting).expecting(204);
        mia.delete(waiting).expecting(409);
        mia.post(path + "/offer/accept", Map.of()).expecting(409);
        mia.post(path + "/offer/decline").expecting(409);
        mia.post(waiting, early).expecting(201);
        noah.post(waiting, early).expecting(201);
        tara.put(stock, Map.of("component", "bottle", "stock", 1)).expecting(200);
        mia.post(path + "/offer/decline").expecting(204);
        noah.post(path + "/offer/accept", Map.of("paying", "AT_PICKUP"), "take").expecting(201);
        noah.post(path + "/offer/accept", Map.of(), "take").expecting(422);
    }

    private void lined() {
        var timing = Map.of("openMinutes", 30, "holdMinutes", 5, "graceMinutes", 15, "perSecond", 1);
        var id = DropBodies.announced(tara, DropBodies.at(popUp, "timing", timing));
        var path = ALL + "/" + id;
        mia.post(path + "/line").expecting(200);
        tara.post(path + "/open").expecting(200);
        mia.get(path + "/line").expecting(200);
        admitted(path);
        mia.post(ALL + "/" + DropBodies.open(tara, DropBodies.at(popUp)) + "/line")
                .expecting(409);
    }

    private void admitted(String path) {
        var claims = path + "/claims";
        noah.post(claims, early).expecting(409);
        noah.post(path + "/line").expecting(200);
        var admission = Awaitility.await()
                .until(
                        () -> mia.get(path).expecting(200).json().at("/mine/spot/admission/token"),
                        token -> token.isTextual())
                .asText();
        mia.post(claims, early).expecting(409);
        noah.post(claims, with(admission)).expecting(403);
        mia.post(claims, with("e30.e30.x")).expecting(403);
        mia.post(claims, with(admission)).expecting(201);
    }

    private Map<String, Object> with(String admission) {
        var wish = new HashMap<>(early);
        wish.put("admission", admission);
        return wish;
    }

    private void counted() {
        var own = PopUpBodies.published(tara);
        var drop = DropBodies.open(tara, DropBodies.at(own, "perMember", 3));
        var code = DropBodies.claimed(mia, drop, DropBodies.order(own, "early"));
        var other = DropBodies.claimed(noah, drop, DropBodies.order(own, "late"));
        var counter = PopUpBodies.ALL + "/" + own + "/counter";
        Awaitility.await().until(() -> tara.get(counter).expecting(200).text().contains(code));
        var tag = tara.get(counter).expecting(200).header("ETag");
        tara.send("GET", counter, null, "If-None-Match", tag).expecting(304);
        var handovers = counter + "/handovers";
        tara.post(handovers, DropBodies.handover(code, "n-1")).expecting(409);
        tara.post(counter + "/ready", Map.of("dropId", drop, "claims", List.of("1")))
                .expecting(200);
        tara.post(counter + "/ready", Map.of("dropId", drop, "claims", List.of("1")), "pack")
                .expecting(200);
        tara.post(counter + "/ready", Map.of("dropId", drop, "claims", List.of()), "pack")
                .expecting(422);
        tara.post(handovers, DropBodies.handover(code, "n-1"), "hand").expecting(200);
        tara.post(handovers, DropBodies.handover(code, "n-2"), "hand").expecting(422);
        tara.post(counter + "/ready", Map.of("dropId", drop, "claims", List.of("1")))
                .expecting(410);
        noah.post(ALL + "/" + drop + "/claims/2/release").expecting(200);
        tara.post(handovers, DropBodies.handover(other, "n-3")).expecting(410);
        var unpaid = new HashMap<>(DropBodies.order(own, "late"));
        unpaid.put("paying", "ONLINE");
        noah.post(ALL + "/" + drop + "/claims", unpaid).expecting(201);
        tara.post(counter + "/ready", Map.of("dropId", drop, "claims", List.of("3")))
                .expecting(409);
        tara.post(handovers + "/offline", DropBodies.offline(code, "n-4"), "up").expecting(200);
        tara.post(handovers + "/offline", DropBodies.offline(code, "n-5"), "up").expecting(422);
        tara.get(counter + "/close-out").expecting(200);
    }

    private void fetched() {
        var path = tara.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        var asset = AssetStory.upload(tara, path + "/assets", "form.png", MediaFiles.png(7))
                .expecting(201)
                .json()
                .get("hash")
                .asText();
        var drop = DropBodies.open(tara, DropBodies.online(asset + ".png"));
        mia.post(ALL + "/" + drop + "/claims", DOWNLOAD).expecting(201);
        var links = mia.post(ALL + "/" + drop + "/bundles/set/downloads")
                .expecting(200)
                .json();
        mia.get(links.at("/downloads/0/url").asText()).expecting(200);
    }

    private void over() {
        var path = ALL + "/" + DropBodies.open(tara, DropBodies.at(popUp));
        tara.post(path + "/cancel", Map.of("reason", "Rain"), "rain").expecting(200);
        tara.post(path + "/cancel", Map.of("reason", "Snow"), "rain").expecting(422);
        for (var over : List.of(
                tara.put(path, DropBodies.at(popUp), "*"),
                tara.post(path + "/announce"),
                tara.post(path + "/open"),
                tara.post(path + "/cancel", Map.of("reason", "again")),
                tara.put(path + "/points/" + popUp + "/stock", Map.of("component", "bottle", "stock", 4)),
                mia.post(path + "/line"),
                mia.post(path + "/claims", early),
                mia.post(path + "/waiting", early),
                mia.delete(path + "/waiting"),
                mia.post(path + "/offer/accept", Map.of()),
                mia.post(path + "/offer/decline"),
                tara.post(path + "/close"))) {
            over.expecting(410);
        }
        tara.post(ALL + "/" + DropBodies.open(tara, DropBodies.at(popUp)) + "/close")
                .expecting(200);
    }

    /** Where each may be done once; what is not the caller's to do counts too. */
    static void tooOften(Visitor tara) {
        var path = ALL + "/nobody-knows-it";
        tara.post(path + "/claims", DOWNLOAD).expecting(404);
        tara.post(path + "/claims", DOWNLOAD).expecting(429);
        tara.post(path + "/line").expecting(429);
        tara.post(path + "/waiting", DOWNLOAD).expecting(429);
        var counter = PopUpBodies.ALL + "/nobody-knows-it/counter/handovers";
        tara.post(counter, DropBodies.handover("1-00000", "n-1")).expecting(429);
        tara.post(counter + "/offline", DropBodies.offline("1-00000", "n-1")).expecting(429);
    }
}
