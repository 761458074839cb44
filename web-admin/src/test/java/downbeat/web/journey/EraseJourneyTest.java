package downbeat.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.database.Vendor;
import downbeat.kernel.AccountId;
import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.ParticipantId;
import downbeat.web.identity.erasure.Erasures;
import downbeat.web.stage.AlertBodies;
import downbeat.web.stage.DropBodies;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.OwnDatabase;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever asks for it has everything about them deleted, to the last row. */
@ParameterizedClass(name = "on {0}")
@EnumSource(Vendor.class)
class EraseJourneyTest {
    private static final String ERASURE = "/api/v1/me/erasure";
    private static final Map<String, String> RIGHT = Map.of("password", Visitor.PASSWORD);
    private static final String NAME = "Zilpzalp Rohrs\u00e4nger";
    private static final String EMAIL = "zilpzalp@example.org";
    /** The journal and the reports of others hold ids, and so do the two tables that keep somebody from coming back under them. */
    private static final Set<String> MAY_HOLD_IDS = Set.of("event_journal", "class_report", "personal_key", "erasure");

    private final Vendor vendor;
    private OwnDatabase database;

    EraseJourneyTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeEach
    void open() throws IOException {
        database = new OwnDatabase(vendor);
    }

    @AfterEach
    void close() throws IOException {
        database.close();
    }

    private Stage stage(String every, Clock clock) {
        return Stage.open(database.settings() + "downbeat.identity.erase-every = " + every, clock);
    }

    @Test
    void nothing_of_a_member_is_left_and_the_address_is_free_again() {
        var clock = new HandClock();
        try (var stage = stage("200 ms", clock)) {
            var omar = stage.organizer("erase-omar");
            var mia = stage.named("zilpzalp");
            var participant = participant(mia);
            var home = Map.of("latitude", 52.540412, "longitude", 13.408613);
            var cell = Cell.of(new GeoPoint(52.540412, 13.408613), 7).toString();
            mia.put("/api/v1/me", Map.of("name", NAME, "home", home, "consents", Map.of("home", true)), "*")
                    .expecting(200);
            mia.post(AlertBodies.ALL, AlertBodies.around(52.540412, 13.408613)).expecting(201);
            var attended = attended(omar, mia);
            assertThat(tables(found(stage, NAME)))
                    .as("only her own rows tell what she is called")
                    .containsExactly("member_name");
            var open = openThings(omar, mia);
            assertThat(found(stage, NAME, EMAIL, cell))
                    .as("there is something to delete")
                    .isNotEmpty();

            assertThat(mia.post(ERASURE, Map.of("password", "a wrong one"))
                            .expecting(422)
                            .problem())
                    .isEqualTo("wrong-password");
            var refused = mia.post(ERASURE, RIGHT).expecting(409);
            assertThat(refused.problem()).isEqualTo("still-open");
            assertThat(refused.json().get("open").findValuesAsText("href")).containsExactlyInAnyOrderElementsOf(open);
            mia.get("/api/v1/me").expecting(200);

            endThem(omar, mia, open);
            var gone = Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> mia.post(ERASURE, RIGHT), reply -> reply.status() != 409);
            gone.expecting(204);
            mia.get("/api/v1/me").expecting(401);
            stage.anonymous()
                    .post("/api/v1/session", Map.of("email", EMAIL, "password", Visitor.PASSWORD))
                    .expecting(401);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(erasures(stage).open())
                            .singleElement()
                            .matches(erasure -> erasure.keysAt().isPresent()));
            clock.pass(Duration.ofMinutes(5));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(erasures(stage).open()).isEmpty());
            assertThat(found(stage, NAME, "Zilpzalp", EMAIL, cell)).as("text").isEmpty();
            assertThat(tables(found(stage, mia.account(), participant)))
                    .as("ids")
                    .isSubsetOf(MAY_HOLD_IDS);

            assertThat(omar.get(attended + "/report").expecting(200).json().findValuesAsText("name"))
                    .as("she still counts")
                    .containsExactly("Somebody");

            var again = Visitor.named(stage.url(), "zilpzalp");
            assertThat(again.account()).isNotEqualTo(mia.account());
            assertThat(again.get("/api/v1/me").expecting(200).json().get("home").isNull())
                    .isTrue();
            assertThat(again.get("/api/v1/me/bookings").expecting(200).json().get("items"))
                    .isEmpty();
        }
    }

    @Test
    void an_erasure_that_a_node_did_not_end_is_ended_by_the_next_one() {
        var before = stage("1 d", Clock.systemUTC());
        var mia = before.named("erase-halfway");
        var participant = participant(mia);
        mia.put("/api/v1/me", Map.of("name", "Halfway Mia"), "*").expecting(200);
        // As far as a node comes that is killed right after the member's wish is written.
        erasures(before).ask(new AccountId(mia.account()), new ParticipantId(participant));
        try (var after = before.again(database.settings() + "downbeat.identity.erase-every = 200 ms")) {
            var late = mia.at(after.url());
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(
                            () -> assertThat(late.get("/api/v1/me").status()).isEqualTo(401));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(found(after, "Halfway Mia", "erase-halfway"))
                            .isEmpty());
        }
    }

    /** The path of a class that is over, in which she was heard and seen. */
    private static String attended(Visitor omar, Visitor mia) {
        var ride = omar.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        omar.post(ride + "/schedule").expecting(200);
        mia.post(ride + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        omar.post(ride + "/lobby").expecting(200);
        try (var console = LiveDevice.join(omar, ride);
                var phone = LiveDevice.join(mia, ride)) {
            console.connected();
            phone.connected();
            console.ask("start", Map.of());
            phone.ask("hand", Map.of("up", true));
            omar.post(ride + "/control", Map.of("close", Map.of())).expecting(200);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(omar.get(ride + "/report").json().findValuesAsText("name"))
                                .contains(NAME));
        return ride;
    }

    /** A class booked, a ticket bought, a bundle claimed; where each of them is. */
    private static List<String> openThings(Visitor omar, Visitor mia) {
        var ride = omar.post("/api/v1/classes", Workouts.classBody())
                .expecting(201)
                .header("Location");
        omar.post(ride + "/schedule").expecting(200);
        mia.post(ride + "/bookings", Map.of("place", "ONLINE")).expecting(201);
        var popUp = PopUpBodies.published(omar);
        PopUpBodies.bought(mia, popUp, "free");
        var drop = DropBodies.composed(omar, DropBodies.online("0".repeat(64) + ".png"));
        omar.post(DropBodies.ALL + "/" + drop + "/announce").expecting(200);
        omar.post(DropBodies.ALL + "/" + drop + "/open").expecting(200);
        mia.post(DropBodies.ALL + "/" + drop + "/claims", DropBodies.DOWNLOAD).expecting(201);
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            assertThat(mia.get("/api/v1/me/bookings").text()).contains(ride.substring(ride.lastIndexOf('/') + 1));
            assertThat(mia.get("/api/v1/me/tickets").json().get("items")).hasSize(1);
            assertThat(mia.get("/api/v1/me/claims").json().get("items")).hasSize(1);
        });
        return List.of("/room/" + ride.substring(ride.lastIndexOf('/') + 1), "/pop-ups/" + popUp, "/drops/" + drop);
    }

    private static void endThem(Visitor omar, Visitor mia, List<String> open) {
        mia.delete("/api/v1/classes/" + open.get(0).substring("/room/".length()) + "/bookings/mine")
                .expecting(204);
        omar.post("/api/v1" + open.get(1) + "/cancel", Map.of("reason", "none")).expecting(200);
        omar.post("/api/v1" + open.get(2) + "/cancel", Map.of("reason", "none")).expecting(200);
    }

    private static String participant(Visitor visitor) {
        return visitor.get("/api/v1/session").json().at("/account/participant").asText();
    }

    private static Erasures erasures(Stage stage) {
        return stage.node().node().context().find(Erasures.class);
    }

    private static Set<String> tables(List<String> columns) {
        var tables = new TreeSet<String>();
        columns.forEach(column -> tables.add(column.substring(0, column.indexOf('.'))));
        return tables;
    }

    /** Every column of every table, rows of the journal as they are stored, that holds one of these texts. */
    private static List<String> found(Stage stage, String... texts) {
        return stage.node().node().context().database().withHandle(db -> {
            var found = new ArrayList<String>();
            for (var table : db.createQuery("SELECT table_name FROM INFORMATION_SCHEMA.TABLES"
                            + " WHERE table_type = 'BASE TABLE' AND LOWER(table_schema) = 'public'")
                    .mapTo(String.class)
                    .list()) {
                search(db, table, it -> List.of(texts).stream().anyMatch(it::contains), found);
            }
            return found;
        });
    }

    private static void search(Handle db, String table, Predicate<String> holds, List<String> found) {
        db.createQuery("SELECT * FROM \"" + table + "\"")
                .map((row, context) -> {
                    var columns = row.getMetaData();
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        var binary = Set.of(Types.BLOB, Types.VARBINARY, Types.BINARY)
                                .contains(columns.getColumnType(i));
                        var bytes = binary ? row.getBytes(i) : null;
                        var text = bytes == null
                                ? String.valueOf(row.getString(i))
                                : new String(bytes, StandardCharsets.UTF_8);
                        if (holds.test(text)) {
                            found.add(table + "." + columns.getColumnLabel(i) + ": " + text);
                        }
                    }
                    return 0;
                })
                .list();
    }
}
