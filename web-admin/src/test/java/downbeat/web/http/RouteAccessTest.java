package downbeat.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.http.operation.Access;
import downbeat.web.http.operation.Operation;
import downbeat.web.http.operation.Operations;
import downbeat.web.stage.AlertBodies;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.HookBodies;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Reply;
import downbeat.web.stage.RightBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every route × every role × somebody else's draft and scheduled class, plan, booking and account, driven by the operation
 * table: an operation that is added is tested. Whatever is answered, what belongs to others is as it was.
 */
class RouteAccessTest {
    private static final Set<String> REFUSED = Set.of("sign-in-required", "role-required");
    private static final Set<String> TRAINERS = Set.of("owner", "other trainer");

    /** What somebody with the right role is answered by a scheduled class in which they have nothing. */
    private static final Map<String, Integer> STRANGER_AT_SCHEDULED = Map.of(
            "showClass", 200,
            "showBooking", 404,
            "book", 201,
            "switchPlace", 409,
            "cancelBooking", 409,
            "acceptOffer", 409,
            "declineOffer", 409,
            "join", 409,
            "showRoom", 404,
            "listDropsOfClass", 200);

    /** The same of a published pop-up at which somebody else has the ticket number 1. */
    private static final Map<String, Integer> STRANGER_AT_PUBLISHED = Map.ofEntries(
            Map.entry("holdPlaces", 201),
            Map.entry("confirmHold", 409),
            Map.entry("releaseHold", 409),
            Map.entry("joinWaiting", 409),
            Map.entry("leaveWaiting", 409),
            Map.entry("acceptPopUpOffer", 409),
            Map.entry("declinePopUpOffer", 409),
            Map.entry("cancelTicket", 404),
            Map.entry("offerTicket", 404),
            Map.entry("changePlace", 409),
            Map.entry("joinStage", 404));

    /** The same of what only reads, and of a code that nobody signed. */
    private static final Map<String, Integer> STRANGER_WITH_NOTHING =
            Map.of("takeTicket", 410, "showPass", 404, "showPassPicture", 404, "showPassDocument", 404);

    /** The same of an open drop of which somebody else has the claim number 1. */
    private static final Map<String, Integer> STRANGER_AT_OPEN = Map.of(
            "enterLine", 409,
            "claimBundle", 201,
            "releaseClaim", 404,
            "showClaimPicture", 404,
            "moveClaim", 404,
            "waitForUnits", 409,
            "stopWaitingForUnits", 409,
            "acceptUnits", 409,
            "declineUnits", 409,
            "fetchDownloads", 404);

    private static final Map<String, Object> DOWNLOADS = DropBodies.online("0".repeat(64) + ".png");

    /** A browser that stands at the door of another pop-up of the same organizer, and nobody has signed in with. */
    private static final String DEVICE = "device elsewhere";

    private static final Map<String, Visitor> PEOPLE = new LinkedHashMap<>();
    private static Stage stage;
    private static Map<String, String> drafted;
    private static Map<String, String> scheduled;

    @BeforeAll
    static void open() {
        stage = Stage.open();
        PEOPLE.put("anonymous", stage.anonymous());
        PEOPLE.put("member", stage.named("member"));
        PEOPLE.put("other member", stage.named("other"));
        PEOPLE.put("owner", stage.organizer("owner"));
        PEOPLE.put("other trainer", stage.named("stranger", "TRAINER"));
        PEOPLE.put("organizer", stage.appointed("organizer", "ORGANIZER"));
        PEOPLE.put("staff", stage.appointed("staff", "STAFF"));
        PEOPLE.put("admin", stage.admin());
        PEOPLE.put(DEVICE, deviceOf(PopUpBodies.published(who("owner"))));
        PEOPLE.put("booked member", stage.named("booked"));
        var account =
                who("owner").get("/api/v1/session").json().at("/account/id").asText();
        var plan = plan();
        drafted = Map.of(
                "classes",
                draft(),
                "cue-plans",
                plan,
                "accounts",
                account,
                "pop-ups",
                PopUpBodies.drafted(who("owner"), PopUpBodies.form()),
                "series",
                PopUpBodies.series(who("owner")),
                "drops",
                DropBodies.composed(who("owner"), DOWNLOADS),
                "me/webhooks",
                HookBodies.subscribed(who("owner")),
                "me/alerts",
                AlertBodies.made(who("owner")));
        scheduled = Map.of(
                "classes",
                scheduledAndBooked(),
                "cue-plans",
                plan,
                "accounts",
                account,
                "pop-ups",
                publishedAndBought(),
                "drops",
                openAndClaimed());
    }

    @AfterAll
    static void close() {
        PEOPLE.clear();
        stage.close();
    }

    private static Visitor deviceOf(String popUp) {
        var phone = PopUpBodies.device(who("owner"), popUp);
        return PopUpBodies.atDoor(stage.anonymous(), who("owner"), popUp, phone, true);
    }

    private static boolean isNobody(Operation operation, String name) {
        return name.equals("anonymous") || (name.equals(DEVICE) && operation.access() != Access.DOOR);
    }

    private static Visitor who(String name) {
        return Objects.requireNonNull(PEOPLE.get(name));
    }

    /** A draft: what nobody but its trainer may even know of. */
    private static String draft() {
        return id(who("owner").post("/api/v1/classes", Workouts.classBody()));
    }

    private static String scheduledAndBooked() {
        var id = draft();
        who("owner").post("/api/v1/classes/" + id + "/schedule").expecting(200);
        who("booked member")
                .post("/api/v1/classes/" + id + "/bookings", Map.of("place", "ONLINE"))
                .expecting(201);
        return id;
    }

    private static String publishedAndBought() {
        var id = PopUpBodies.published(who("owner"));
        assertThat(PopUpBodies.bought(who("booked member"), id, "free")).isEqualTo("1");
        return id;
    }

    private static String openAndClaimed() {
        var id = DropBodies.open(who("owner"), DOWNLOADS);
        who("booked member")
                .post(DropBodies.ALL + "/" + id + "/claims", DropBodies.DOWNLOAD)
                .expecting(201);
        return id;
    }

    private static String plan() {
        return id(who("owner").send("POST", "/api/v1/cue-plans?name=FTPTest.zwo", Workouts.ftpTest()));
    }

    private static String id(Reply created) {
        return created.expecting(201).json().get("id").asText();
    }

    @TestFactory
    Stream<DynamicTest> nobody_gets_further_than_the_table_says() {
        var before = belongings(drafted);
        return each(o -> true, (operation, name) -> {
            judge(operation, name, call(operation, who(name), drafted));
            assertThat(belongings(drafted)).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_scheduled_class_is_changed_by_its_trainer_only_and_a_booking_by_its_member_only() {
        var before = belongings(scheduled);
        return each(o -> o.path().text().startsWith("/api/v1/classes/{id}"), (operation, name) -> {
            var reply = call(operation, who(name), scheduled);
            assertThat(reply.status()).as(reply.text()).isEqualTo(expected(operation, name));
            if (operation.name().equals("book") && reply.status() == 201) {
                who(name)
                        .delete("/api/v1/classes/" + scheduled.get("classes") + "/bookings/mine")
                        .expecting(204);
            }
            assertThat(belongings(scheduled)).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_published_pop_up_is_changed_by_its_organizer_only_and_a_ticket_by_its_holder_only() {
        var before = belongings(scheduled);
        return each(o -> o.path().text().startsWith("/api/v1/pop-ups/{id}"), (operation, name) -> {
            var reply = call(operation, who(name), scheduled);
            assertThat(reply.status()).as(reply.text()).isEqualTo(expectedAtPublished(operation, name));
            if (operation.name().equals("holdPlaces") && reply.status() == 201) {
                who(name).delete(reply.header("Location")).expecting(204);
            }
            assertThat(belongings(scheduled)).isEqualTo(before);
        });
    }

    @TestFactory
    Stream<DynamicTest> an_open_drop_is_changed_by_its_trainer_only_and_a_claim_by_its_member_only() {
        var before = belongings(scheduled);
        return each(o -> o.path().text().startsWith("/api/v1/drops/{id}"), (operation, name) -> {
            var reply = call(operation, who(name), scheduled);
            assertThat(reply.status()).as(reply.text()).isEqualTo(expectedAtOpen(operation, name));
            if (operation.name().equals("claimBundle") && reply.status() == 201) {
                who(name).post(reply.header("Location") + "/release").expecting(200);
            }
            assertThat(belongings(scheduled)).isEqualTo(before);
        });
    }

    private static int expectedAtOpen(Operation operation, String name) {
        if (operation.access() == Access.ANYONE) {
            return 200;
        }
        if (isNobody(operation, name)) {
            return 401;
        }
        if (!hasRole(operation.access(), name)) {
            return 403;
        }
        if (operation.access() == Access.OWNER) {
            return name.equals("owner") ? 200 : 404;
        }
        return Objects.requireNonNull(
                STRANGER_AT_OPEN.get(operation.name()), "Say what a stranger is answered by " + operation.name());
    }

    @Test
    void a_foreign_plan_cannot_be_had_through_a_class_of_ones_own() {
        var stranger = who("other trainer");
        var body = Workouts.classBody();
        var own = id(stranger.post("/api/v1/classes", body));
        var theft = Map.of("planId", drafted.get("cue-plans"));
        var reply = stranger.put("/api/v1/classes/" + own + "/plan", theft, "*").expecting(404);
        assertThat(reply.json().get("field").asText()).isEqualTo("planId");
        body.putAll(theft);
        assertThat(stranger.post("/api/v1/classes", body)
                        .expecting(404)
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("planId");
    }

    @TestFactory
    Stream<DynamicTest> a_device_at_its_own_door_does_what_is_done_there_and_nothing_else() {
        var own = Map.of("pop-ups", PopUpBodies.published(who("owner")));
        var device = deviceOf(own.getOrDefault("pop-ups", ""));
        return table().stream()
                .filter(o -> o.access() != Access.ANYONE && o.path().text().startsWith("/api/v1/pop-ups"))
                .map(o -> DynamicTest.dynamicTest(o.name(), () -> {
                    var reply = call(o, device, own);
                    if (o.access() != Access.DOOR) {
                        assertThat(reply.status()).as(reply.text()).isEqualTo(401);
                    } else if (Set.of("scanPass", "uploadScans", "walkIn").contains(o.name())) {
                        assertThat(reply.problem())
                                .as("it may act as itself only")
                                .isEqualTo("not-your-device");
                    } else if (Set.of("makeReady", "handOver").contains(o.name())) {
                        assertThat(reply.problem()).isIn("no-such-drop", "no-such-claim");
                    } else if (o.name().equals("settleTicket")) {
                        assertThat(reply.problem()).isEqualTo("no-such-ticket");
                    } else {
                        reply.expecting(200);
                    }
                }));
    }

    private interface Attempt {
        void by(Operation operation, String name);
    }

    /** Everybody but those who may: the owner changes what is the owner's, and so does the booked member. */
    private static Stream<DynamicTest> each(java.util.function.Predicate<Operation> some, Attempt attempt) {
        return table().stream()
                .filter(o -> some.test(o) && !o.name().equals("signOut"))
                .flatMap(o -> PEOPLE.keySet().stream()
                        .filter(name -> !name.equals("booked member"))
                        .filter(name -> !(name.equals("owner") && o.mutates()))
                        .map(name -> DynamicTest.dynamicTest(o.name() + " × " + name, () -> attempt.by(o, name))));
    }

    private static java.util.List<Operation> table() {
        return stage.node().node().context().find(Operations.class).all();
    }

    /** What those to whom it belongs see of it. */
    private static String belongings(Map<String, String> objects) {
        var path = "/api/v1/classes/" + objects.get("classes");
        return Stream.of(
                        who("owner").get(path),
                        who("owner").get(path + "/bookings"),
                        who("owner").get("/api/v1/cue-plans/" + objects.get("cue-plans")),
                        who("owner").get("/api/v1/pop-ups/" + objects.get("pop-ups")),
                        who("owner").get("/api/v1/pop-ups/" + objects.get("pop-ups") + "/door"),
                        who("owner").get("/api/v1/pop-ups/" + objects.get("pop-ups") + "/attendees"),
                        who("booked member").get("/api/v1/pop-ups/" + objects.get("pop-ups")),
                        who("booked member").get("/api/v1/drops/" + objects.get("drops")),
                        who("owner").get(AlertBodies.ALL),
                        who("owner").get("/api/v1/session"),
                        who("owner").get("/api/v1/me"),
                        who("booked member").get(path + "/bookings/mine"))
                .map(reply -> reply.status() + " " + reply.text())
                .reduce("", (all, one) -> all + one + "\n");
    }

    private static int expected(Operation operation, String name) {
        if (operation.access() != Access.ANYONE && isNobody(operation, name)) {
            return 401;
        }
        if (!hasRole(operation.access(), name)) {
            return 403;
        }
        if (operation.access() == Access.OWNER) {
            return name.equals("owner")
                            && !Set.of("showLive", "showReport", "showHistograms")
                                    .contains(operation.name())
                    ? 200
                    : 404;
        }
        if (operation.access() == Access.OWNER_OR_ADMIN) {
            return name.equals("admin") && operation.name().equals("uploadAsset") ? 201 : 404;
        }
        if (operation.name().equals("listAssets")) {
            return Set.of("owner", "admin").contains(name) ? 200 : 404;
        }
        var status = STRANGER_AT_SCHEDULED.get(operation.name());
        return Objects.requireNonNull(status, "Say what a stranger is answered by " + operation.name());
    }

    private static int expectedAtPublished(Operation operation, String name) {
        if (operation.access() == Access.ANYONE) {
            return 200;
        }
        if (isNobody(operation, name)) {
            return 401;
        }
        if (!hasRole(operation.access(), name)) {
            return 403;
        }
        if (operation.access() == Access.HOST || operation.access() == Access.DOOR) {
            return name.equals("owner") && !operation.name().equals("showMessage") ? 200 : 404;
        }
        var status = STRANGER_AT_PUBLISHED.getOrDefault(operation.name(), STRANGER_WITH_NOTHING.get(operation.name()));
        return Objects.requireNonNull(status, "Say what a stranger is answered by " + operation.name());
    }

    private static void judge(Operation operation, String who, Reply reply) {
        assertThat(reply.status()).as(reply.text()).isLessThan(500);
        var access = operation.access();
        if (access == Access.ANYONE || access == Access.LINK) {
            assertThat(reply.status()).isNotEqualTo(403);
        } else if (isNobody(operation, who)) {
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
        if (foreign && hasRole(access, who) && !isNobody(operation, who)) {
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
            case ANYONE, LINK, SIGNED_IN -> true;
            case MEMBER -> TRAINERS.contains(who) || who.endsWith("member");
            case TRAINER, OWNER -> TRAINERS.contains(who);
            case OWNER_OR_ADMIN, TRAINER_OR_ADMIN -> TRAINERS.contains(who) || who.equals("admin");
            case ORGANIZER, HOST -> Set.of("owner", "organizer").contains(who);
            case DOOR -> Set.of("owner", "organizer", DEVICE).contains(who);
            case ADMIN -> who.equals("admin");
        };
    }

    /** A call that is right in form, so that only access decides. */
    private static Reply call(Operation operation, Visitor visitor, Map<String, String> objects) {
        var path = operation.path().text();
        var kind = path.replaceFirst("^/api/v1/((?:me/)?[^/]+).*", "$1");
        path = path.replace("{id}", objects.getOrDefault(kind, ""))
                .replace("{hash}", "0".repeat(64))
                .replace("{hold}", "h-nobodys")
                .replace("{ticket}", "1")
                .replace("{device}", "d-nobodys")
                .replace("{message}", "n-nobodys")
                .replace("{claim}", "1")
                .replace("{point}", "online")
                .replace("{bundle}", "set")
                .replace("{token}", "no.such.token")
                .replace("{account}", who("owner").account())
                .replace("{cell}", PopUpBodies.CELL)
                .replace("{date}", "2198-12-08")
                .replace("{event}", "d-nobodys_1_1")
                .replace("{file}", "0".repeat(64) + ".png");
        if (operation.name().equals("addPicture")) {
            path += "?alt=A+square.";
        }
        if (operation.name().equals("uploadAsset")) {
            path += "?kind=OVERLAY&name=form.png";
        }
        var body = RightBodies.of(operation, objects.getOrDefault("cue-plans", ""));
        return visitor.send(
                operation.method(), path, body, "Content-Type", RightBodies.type(operation), "If-Match", "*");
    }
}
