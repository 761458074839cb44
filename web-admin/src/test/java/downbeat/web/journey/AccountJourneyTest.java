package downbeat.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AccountJourneyTest {
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
    void mia_registers_signs_in_by_cookie_and_signs_out_for_good() {
        var anybody = stage.anonymous();
        anybody.post("/api/v1/accounts", account("mia")).expecting(201);
        var session = anybody.post("/api/v1/session", Map.of("email", " MIA@example.org", "password", Visitor.PASSWORD))
                .expecting(200);
        assertThat(session.json().at("/account/roles").toString()).isEqualTo("[\"MEMBER\"]");
        var cookie = session.header("Set-Cookie");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/").doesNotContain("Secure");
        var carried = cookie.substring(0, cookie.indexOf(';'));

        var mine =
                anybody.send("GET", "/api/v1/session", null, "Cookie", carried).expecting(200);
        assertThat(mine.json().at("/account/name").asText()).isEqualTo("mia");

        anybody.send("DELETE", "/api/v1/session", null, "Cookie", carried).expecting(204);
        var after =
                anybody.send("GET", "/api/v1/session", null, "Cookie", carried).expecting(200);
        assertThat(after.json().get("account").isNull()).isTrue();
        var bearer = "Bearer " + session.json().get("token").asText();
        assertThat(anybody.send("GET", "/api/v1/session", null, "Authorization", bearer)
                        .problem())
                .isEqualTo("session-ended");
    }

    @Test
    void that_nobody_is_signed_in_is_an_answer_and_no_error() {
        var answer = stage.anonymous().get("/api/v1/session").expecting(200);
        assertThat(answer.text()).isEqualTo("{\"account\":null}");
    }

    @Test
    void a_profile_is_changed_by_whoever_has_seen_it() {
        var una = stage.named("una");
        var seen = una.get("/api/v1/me").expecting(200).header("ETag");
        assertThat(una.put("/api/v1/me", Map.of("name", "Una")).expecting(428).problem())
                .isEqualTo("version-required");
        var changed = una.put("/api/v1/me", Map.of("name", "Una"), seen).expecting(200);
        assertThat(una.put("/api/v1/me", Map.of("name", "Una B."), seen)
                        .expecting(412)
                        .problem())
                .isEqualTo("version-mismatch");
        assertThat(una.get("/api/v1/me").json().get("name").asText()).isEqualTo("Una");
        assertThat(una.get("/api/v1/me").header("ETag")).isEqualTo(changed.header("ETag"));
        una.put("/api/v1/me", Map.of("name", "Una B."), changed.header("ETag")).expecting(200);
    }

    @Test
    void signing_out_on_one_device_leaves_the_other_signed_in() {
        var phone = stage.named("lea");
        var tv = Visitor.signedIn(stage.url(), "lea@example.org", Visitor.PASSWORD);
        phone.delete("/api/v1/session").expecting(204);
        phone.get("/api/v1/session").expecting(401);
        tv.get("/api/v1/session").expecting(200);
    }

    @Test
    void one_address_has_one_account() {
        stage.named("noa");
        var again = stage.anonymous()
                .post(
                        "/api/v1/accounts",
                        Map.of("email", "NOA@example.org", "password", "another password", "name", "Noa"));
        assertThat(again.expecting(409).problem()).isEqualTo("email-taken");
        assertThat(again.json().get("field").asText()).isEqualTo("email");
    }

    @Test
    void registering_again_with_the_same_key_is_the_same_account_and_with_other_content_is_refused() {
        var key = new String[] {"Content-Type", "application/json", "Idempotency-Key", "k-17"};
        var anybody = stage.anonymous();
        var first = anybody.send("POST", "/api/v1/accounts", Visitor.json(account("ida")), key)
                .expecting(201);
        var second = anybody.send("POST", "/api/v1/accounts", Visitor.json(account("ida")), key)
                .expecting(201);
        assertThat(second.json().get("account")).isEqualTo(first.json().get("account"));
        var other = Map.of("email", "ida@example.org", "password", "a quite different one", "name", "ida");
        assertThat(anybody.send("POST", "/api/v1/accounts", Visitor.json(other), key)
                        .expecting(422)
                        .problem())
                .isEqualTo("key-reused");
    }

    @Test
    void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
        stage.named("eve");
        var wrong = stage.anonymous().post("/api/v1/session", Map.of("email", "eve@example.org", "password", "guess"));
        var unknown =
                stage.anonymous().post("/api/v1/session", Map.of("email", "who@example.org", "password", "guess"));
        assertThat(wrong.expecting(401).text()).isEqualTo(unknown.expecting(401).text());
    }

    @Test
    void guessing_is_slowed_down_and_told_how_long_to_wait() {
        stage.named("ben");
        var guess = Map.of("email", "ben@example.org", "password", "guess");
        for (int i = 0; i < 10; i++) {
            stage.anonymous().post("/api/v1/session", guess).expecting(401);
        }
        var slowed = stage.anonymous().post("/api/v1/session", guess).expecting(429);
        assertThat(Integer.parseInt(slowed.header("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void roles_that_are_given_cannot_be_taken() {
        for (var role : List.of("ADMIN", "STAFF", "ORGANIZER")) {
            var body = Map.of(
                    "email", role + "@example.org", "password", Visitor.PASSWORD, "name", "x", "roles", List.of(role));
            assertThat(stage.anonymous()
                            .post("/api/v1/accounts", body)
                            .expecting(403)
                            .problem())
                    .isEqualTo("role-not-open");
        }
    }

    @Test
    void another_site_changes_nothing() {
        var mia = stage.named("zoe");
        var foreign = mia.send("DELETE", "/api/v1/session", null, "Origin", "https://evil.example");
        assertThat(foreign.expecting(403).problem()).isEqualTo("cross-origin");
        mia.send("GET", "/api/v1/session", null, "Origin", "https://evil.example")
                .expecting(200);
        mia.send("DELETE", "/api/v1/session", null, "Origin", stage.url()).expecting(204);
    }

    @Test
    void what_people_do_is_written_down_without_secrets() {
        var kim = stage.named("kim");
        kim.delete("/api/v1/session").expecting(204);
        var admin = stage.admin();
        Awaitility.await().untilAsserted(() -> {
            var trail = admin.get("/api/v1/audit").expecting(200).text();
            assertThat(trail).contains("\"action\":\"signOut\"", "\"object\":\"/api/v1/session\"");
            assertThat(trail).doesNotContain(Visitor.PASSWORD, "kim@example.org");
        });
        kim.get("/api/v1/audit").expecting(401);
    }

    private static Map<String, String> account(String name) {
        return Map.of("email", name + "@example.org", "password", Visitor.PASSWORD, "name", name);
    }
}
