package downbeat.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Operations;
import downbeat.web.http.operation.Takes;
import downbeat.web.identity.Identity;
import downbeat.web.identity.domain.EmailAddress;
import downbeat.web.identity.domain.Role;
import downbeat.web.stage.MediaFiles;
import downbeat.web.stage.Reply;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every route × every role × a foreign object, driven by the operation table: an operation that is added is tested. */
class RouteAccessTest {
    private static final Set<String> REFUSED = Set.of("sign-in-required", "role-required");
    private static Stage stage;
    private static final Map<String, Visitor> PEOPLE = new LinkedHashMap<>();
    private static Map<String, String> objects;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        PEOPLE.put("anonymous", stage.anonymous());
        PEOPLE.put("member", stage.named("member"));
        PEOPLE.put("other member", stage.named("other"));
        PEOPLE.put("owner", stage.named("owner", "TRAINER"));
        PEOPLE.put("other trainer", stage.named("stranger", "TRAINER"));
        PEOPLE.put("organizer", appointed("organizer", Role.ORGANIZER));
        PEOPLE.put("staff", appointed("staff", Role.STAFF));
        PEOPLE.put("admin", stage.admin());
        var account = owner().get("/api/v1/session").json().at("/account/id").asText();
        objects = Map.of("classes", draft(), "cue-plans", plan(), "accounts", account);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static Visitor appointed(String name, Role role) {
        var email = name + "@example.org";
        stage.node()
                .node()
                .context()
                .find(Identity.class)
                .register(new EmailAddress(email), Visitor.PASSWORD, name, Set.of(role), Optional.empty())
                .toCompletableFuture()
                .join();
        return Visitor.signedIn(stage.url(), email, Visitor.PASSWORD);
    }

    private static Visitor owner() {
        return java.util.Objects.requireNonNull(PEOPLE.get("owner"));
    }

    /** A draft: what nobody but its trainer may even know of. */
    private static String draft() {
        return owner().post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .json()
                .get("id")
                .asText();
    }

    private static String plan() {
        return owner().send("POST", "/api/v1/cue-plans?name=FTPTest.zwo", Workouts.ftpTest())
                .expecting(201)
                .json()
                .get("id")
                .asText();
    }

    @TestFactory
    Stream<DynamicTest> nobody_gets_further_than_the_table_says() {
        return table().stream()
                .filter(o -> !o.name().equals("signOut"))
                .flatMap(o -> PEOPLE.entrySet().stream()
                        .filter(p -> !(p.getKey().equals("owner") && o.mutates()))
                        .map(p -> DynamicTest.dynamicTest(
                                o.name() + " × " + p.getKey(), () -> judge(o, p.getKey(), call(o, p.getValue())))));
    }

    private static List<Operation> table() {
        return stage.node().node().context().find(Operations.class).all();
    }

    private static void judge(Operation operation, String who, Reply reply) {
        assertThat(reply.status()).as(reply.text()).isLessThan(500);
        var access = operation.access();
        if (access == Access.ANYONE) {
            assertThat(reply.status()).isNotEqualTo(403);
        } else if (who.equals("anonymous")) {
            assertThat(reply.status()).isEqualTo(401);
        } else if (!hasRole(access, who)) {
            assertThat(reply.problem()).isEqualTo("role-required");
        } else {
            assertThat(REFUSED).doesNotContain(reply.status() < 400 ? "" : reply.problem());
        }
        // An administrator's business is everybody's account.
        var administered = access == Access.ADMIN || (access == Access.OWNER_OR_ADMIN && who.equals("admin"));
        var foreign = operation.path().text().contains("{id}")
                && !who.equals("owner")
                && !administered
                && !lists(operation, who);
        if (foreign && hasRole(access, who) && !who.equals("anonymous")) {
            assertThat(reply.status()).as("somebody else's: " + reply.text()).isEqualTo(404);
        }
        if (foreign) {
            assertThat(reply.status()).isGreaterThanOrEqualTo(400);
        }
    }

    /** What a class brings is listed for an administrator too. */
    private static boolean lists(Operation operation, String who) {
        return operation.name().equals("listAssets") && who.equals("admin");
    }

    private static boolean hasRole(Access access, String who) {
        return switch (access) {
            case ANYONE, SIGNED_IN -> true;
            case MEMBER ->
                Set.of("member", "other member", "owner", "other trainer").contains(who);
            case TRAINER, OWNER -> Set.of("owner", "other trainer").contains(who);
            case OWNER_OR_ADMIN -> Set.of("owner", "other trainer", "admin").contains(who);
            case ADMIN -> who.equals("admin");
        };
    }

    /** A call that is right in form, so that only access decides. */
    private static Reply call(Operation operation, Visitor visitor) {
        var path = operation.path().text();
        var kind = path.replaceFirst("^/api/v1/([^/]+).*", "$1");
        path = path.replace("{id}", objects.getOrDefault(kind, ""))
                .replace("{hash}", "0".repeat(64))
                .replace("{file}", "0".repeat(64) + ".png");
        if (operation.name().equals("uploadAsset")) {
            path += "?kind=OVERLAY&name=form.png";
        }
        var body = operation.takes().kind() == Takes.Kind.NOTHING ? null : body(operation.name());
        var type = switch (operation.takes().kind()) {
            case JSON -> "application/json";
            case MEDIA -> "image/png";
            case NOTHING, FILE -> "application/octet-stream";
        };
        return visitor.send(operation.method(), path, body, "Content-Type", type, "If-Match", "*");
    }

    private static byte[] body(String operation) {
        return switch (operation) {
            case "importCuePlan" -> Workouts.ftpTest();
            case "uploadAsset" -> MediaFiles.png(1);
            case "draftClass" -> Visitor.json(Workouts.classBody());
            case "editClass" -> Visitor.json(Map.of("title", "Taken over"));
            case "attachPlan" -> Visitor.json(Map.of("planId", objects.get("cue-plans")));
            case "cancelClass" -> Visitor.json(Map.of("reason", "none"));
            case "book", "switchPlace" -> Visitor.json(Map.of("place", "ONLINE"));
            case "control" -> Visitor.json(Map.of("start", Map.of()));
            case "assignRoles" -> Visitor.json(Map.of("roles", java.util.List.of("MEMBER", "TRAINER")));
            case "editProfile" -> Visitor.json(Map.of("name", "Somebody"));
            case "register" -> Visitor.json("{}");
            case "signIn" -> Visitor.json(Map.of("email", "nobody@example.org", "password", "x"));
            default -> throw new AssertionError("Say what a right body of " + operation + " is");
        };
    }
}
