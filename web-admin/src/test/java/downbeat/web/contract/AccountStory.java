package downbeat.web.contract;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** What people do with accounts, and what an operator looks at. */
final class AccountStory {
    private final Stage stage;

    AccountStory(Stage stage) {
        this.stage = stage;
    }

    void tell() {
        register();
        var ida = stage.named("ida");
        signInAndOut(ida);
        profile(ida);
        roles(ida);
        erasure();
        stage.anonymous().get("/api/v1/pops").expecting(200);
        stage.admin().get("/api/v1/audit").expecting(200);
        for (var path :
                List.of("/health/live", "/health/ready", "/metrics", "/api/openapi.json", "/api/asyncapi.json")) {
            stage.anonymous().get(path).expecting(200);
        }
    }

    private void register() {
        var uma = Map.of("email", "uma@example.org", "password", Visitor.PASSWORD, "name", "Uma");
        var una = Map.of("email", "una@example.org", "password", Visitor.PASSWORD, "name", "Una");
        stage.anonymous().post("/api/v1/accounts", uma, "once").expecting(201);
        stage.anonymous().post("/api/v1/accounts", una, "once").expecting(422);
        stage.anonymous().post("/api/v1/accounts", uma).expecting(409);
    }

    private void signInAndOut(Visitor ida) {
        var right = Map.of("email", "ida@example.org", "password", Visitor.PASSWORD);
        var other = Map.of("email", "uma@example.org", "password", Visitor.PASSWORD);
        stage.anonymous().post("/api/v1/session", right, "in").expecting(200);
        stage.anonymous().post("/api/v1/session", other, "in").expecting(422);
        ida.get("/api/v1/session").expecting(200);
        Visitor.signedIn(stage.url(), "ida@example.org", Visitor.PASSWORD)
                .delete("/api/v1/session")
                .expecting(204);
    }

    private static void profile(Visitor ida) {
        var seen = ida.get("/api/v1/me").expecting(200).header("ETag");
        ida.put("/api/v1/me", Map.of("name", "Ida"), seen).expecting(200);
        ida.get("/api/v1/me/export").expecting(200);
        var home = Map.of("name", "Ida", "home", Map.of("latitude", 52.52, "longitude", 13.41));
        ida.put("/api/v1/me", home, "*").expecting(409);
        ida.get("/api/v1/me/bookings").expecting(200);
        ida.get("/api/v1/me/attendance").expecting(200);
    }

    private void erasure() {
        var eve = stage.named("eve", "TRAINER");
        var right = Map.of("password", Visitor.PASSWORD);
        var path =
                eve.post("/api/v1/classes", Workouts.classBody()).expecting(201).header("Location");
        eve.post(path + "/schedule").expecting(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                eve.get("/api/v1/classes?when=mine").json().get("items"))
                        .isNotEmpty());
        eve.post("/api/v1/me/erasure", right).expecting(409);
        var eva = stage.named("eva");
        eva.post("/api/v1/me/erasure", Map.of("password", "a wrong one")).expecting(422);
        eva.post("/api/v1/me/erasure", right).expecting(204);
    }

    private void roles(Visitor ida) {
        var id = ida.get("/api/v1/session").json().at("/account/id").asText();
        var admin = stage.admin();
        admin.get("/api/v1/accounts?email=ida@example.org").expecting(200);
        var seen = admin.get("/api/v1/accounts/" + id).expecting(200).header("ETag");
        admin.put("/api/v1/accounts/" + id + "/roles", Map.of("roles", List.of("MEMBER", "TRAINER")), seen)
                .expecting(200);
    }
}
