package downbeat.web.contract;

import downbeat.web.api.HttpContract;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Operations;
import downbeat.web.http.operation.Takes;
import downbeat.web.stage.AlertBodies;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.HookBodies;
import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Reply;
import downbeat.web.stage.RightBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every operation answers in the same way, whatever it does: provoked by rule, so that a new operation is included. */
final class Formalities {
    private static final int BEYOND_ANY_LIMIT = 9 * 1024 * 1024;
    private static final String NOBODYS = "nobody-knows-it";

    private final List<Operation> table;
    private final Visitor tara;
    private final Visitor admin;
    private final Visitor omar;
    private final Visitor staff;
    private final Map<String, String> objects;

    Formalities(Stage stage) {
        table = stage.node().node().context().find(Operations.class).all();
        tara = stage.named("formal", "TRAINER");
        admin = stage.admin();
        omar = stage.organizer("formal-omar");
        staff = stage.appointed("formal-staff", "STAFF");
        var plan = tara.send("POST", "/api/v1/cue-plans?name=FTPTest.zwo", Workouts.ftpTest())
                .expecting(201)
                .json();
        var path = tara.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        tara.post(path + "/schedule").expecting(200);
        var account = tara.get("/api/v1/session").json().at("/account/id").asText();
        var asset = AssetStory.upload(tara, path + "/assets", "form.png", MediaFiles.png(1))
                .expecting(201)
                .json();
        objects = Map.ofEntries(
                Map.entry("assets", asset.get("hash").asText()),
                Map.entry("classes", path.substring(path.lastIndexOf('/') + 1)),
                Map.entry("cue-plans", plan.get("id").asText()),
                Map.entry("accounts", account),
                Map.entry("pop-ups", PopUpBodies.published(omar)),
                Map.entry("organizers", omar.account()),
                Map.entry("areas", PopUpBodies.CELL),
                Map.entry("series", PopUpBodies.series(omar)),
                Map.entry("drops", DropBodies.composed(tara, DropBodies.online("0".repeat(64) + ".png"))),
                Map.entry("me/webhooks", HookBodies.subscribed(tara)),
                Map.entry("me/alerts", AlertBodies.made(tara)));
    }

    void walk() {
        for (var answer : HttpContract.ofTheNode().described()) {
            table.stream()
                    .filter(operation -> operation.name().equals(answer.operation()))
                    .forEach(operation -> provoke(operation, answer.status()));
        }
    }

    private void provoke(Operation operation, int status) {
        switch (status) {
            case 400 ->
                call(
                                operation,
                                caller(operation),
                                path(operation) + (path(operation).contains("?") ? "&" : "?") + "no-such=1")
                        .expecting(400);
            case 401 ->
                call(operation, caller(operation), path(operation), "Authorization", "Bearer made-up")
                        .expecting(401);
            case 403 -> forbidden(operation).expecting(403);
            case 404 -> missing(operation);
            case 412 ->
                call(operation, caller(operation), path(operation), "If-Match", "\"other\"")
                        .expecting(412);
            case 413 ->
                caller(operation)
                        .send(
                                operation.method(),
                                path(operation),
                                new byte[BEYOND_ANY_LIMIT],
                                "Content-Type",
                                RightBodies.type(operation))
                        .expecting(413);
            case 415 ->
                call(operation, caller(operation), path(operation), "Content-Type", "text/plain")
                        .expecting(415);
            case 428 -> call(operation, caller(operation), path(operation)).expecting(428);
            default -> {}
        }
    }

    private Reply forbidden(Operation operation) {
        return operation.mutates()
                ? call(operation, caller(operation), path(operation), "Origin", "https://evil.example")
                : call(operation, staff, path(operation));
    }

    private void missing(Operation operation) {
        if (operation.path().text().contains("{")) {
            var path = filled(operation, NOBODYS, "0".repeat(64));
            call(operation, caller(operation), path, "If-Match", "*").expecting(404);
        }
    }

    private Visitor caller(Operation operation) {
        return switch (operation.access()) {
            case ADMIN -> admin;
            case ORGANIZER, HOST, DOOR -> omar;
            case ANYONE, LINK, SIGNED_IN, MEMBER, TRAINER, OWNER, OWNER_OR_ADMIN, TRAINER_OR_ADMIN -> tara;
        };
    }

    private String path(Operation operation) {
        var kind = operation.path().text().replaceFirst("^/api/v1/((?:me/)?[^/]+).*", "$1");
        return filled(operation, objects.getOrDefault(kind, ""), objects.getOrDefault("assets", ""));
    }

    private static String filled(Operation operation, String id, String hash) {
        var path = operation
                .path()
                .text()
                .replace("{id}", id)
                .replace("{hash}", hash)
                .replace("{hold}", NOBODYS)
                .replace("{ticket}", "1")
                .replace("{device}", NOBODYS)
                .replace("{message}", NOBODYS)
                .replace("{claim}", "1")
                .replace("{point}", "online")
                .replace("{bundle}", "set")
                .replace("{token}", NOBODYS)
                .replace("{account}", id)
                .replace("{cell}", id)
                .replace("{date}", "2198-12-08")
                .replace("{event}", NOBODYS)
                .replace("{file}", hash + ".png");
        return operation.name().equals("uploadAsset") ? path + "?kind=OVERLAY&name=form.png" : path;
    }

    private Reply call(Operation operation, Visitor who, String path, String... headers) {
        var all = new ArrayList<String>();
        if (operation.takes().kind() != Takes.Kind.NOTHING) {
            all.addAll(List.of("Content-Type", RightBodies.type(operation)));
        }
        all.addAll(List.of(headers));
        var body = RightBodies.of(operation, objects.getOrDefault("cue-plans", ""));
        return who.send(operation.method(), path, body, all.toArray(String[]::new));
    }
}
