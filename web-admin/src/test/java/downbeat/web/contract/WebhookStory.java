package downbeat.web.contract;

import static downbeat.web.stage.HookBodies.ALL;
import static downbeat.web.stage.HookBodies.NOBODY_THERE;

import downbeat.web.stage.HookBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.webhook.Webhooks;
import java.util.Map;

/** A webhook from its first day to its last, with everything that is refused on the way. */
final class WebhookStory {
    private static final Map<String, String> EVER = Map.of("since", "2026-01-01T00:00:00Z");
    private static final Map<String, String> NEVER = Map.of("since", "2199-01-01T00:00:00Z");

    private final Visitor tara;
    private final Visitor admin;

    WebhookStory(Stage stage) {
        tara = stage.named("story-hook-tara", "TRAINER");
        admin = stage.admin();
    }

    void tell() {
        var path = tara.post(ALL, HookBodies.to(NOBODY_THERE), "one")
                .expecting(201)
                .header("Location");
        tara.post(ALL, HookBodies.to("http://127.0.0.1:1025/"), "one").expecting(422);
        tara.get(ALL).expecting(200);
        var tag = tara.get(path).expecting(200).header("ETag");
        told(path);
        var rotated = tara.send("POST", path + "/secret", null, "If-Match", tag).expecting(200);
        tara.put(path, HookBodies.to(NOBODY_THERE, "active", false), rotated.header("ETag"))
                .expecting(200);
        off(path);
        for (int n = 1; n < Webhooks.MOST; n++) {
            HookBodies.subscribed(tara);
        }
        tara.post(ALL, HookBodies.to(NOBODY_THERE)).expecting(409);
        tara.delete(path).expecting(204);
        tara.post(ALL, HookBodies.to(NOBODY_THERE, "drops", "ALL")).expecting(403);
        var everybodys = admin.post(ALL, HookBodies.to(NOBODY_THERE, "drops", "ALL"))
                .expecting(201)
                .header("Location");
        admin.delete(everybodys).expecting(204);
    }

    private void told(String path) {
        var event =
                tara.post(path + "/test").expecting(200).json().get("eventId").asText();
        tara.get(path + "/deliveries").expecting(200);
        tara.post(path + "/deliveries/" + event + "/replay").expecting(200);
        tara.post(path + "/replay", EVER, "again").expecting(200);
        tara.post(path + "/replay", NEVER, "again").expecting(422);
    }

    private void off(String path) {
        var event = tara.get(path + "/deliveries").json().at("/items/0/eventId").asText();
        tara.post(path + "/test").expecting(409);
        tara.post(path + "/deliveries/" + event + "/replay").expecting(409);
        tara.post(path + "/replay", EVER).expecting(409);
    }

    /** Where each may be done once; what is not the caller's to do counts too. */
    static void tooOften(Visitor tara) {
        var path = ALL + "/nobody-knows-it";
        tara.post(path + "/test").expecting(404);
        tara.post(path + "/test").expecting(429);
        tara.post(path + "/deliveries/nobody-knows-it/replay").expecting(429);
        tara.post(path + "/replay", EVER).expecting(429);
        tara.post(ALL, HookBodies.to(NOBODY_THERE)).expecting(429);
        tara.put(path, HookBodies.to(NOBODY_THERE), "*").expecting(429);
    }
}
