package downbeat.web.journey;

import static downbeat.web.stage.PopUpBodies.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.discovery.alert.Waves;
import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import downbeat.web.stage.AlertBodies;
import downbeat.web.stage.EventSource;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who asked to be told is told, and nobody else. Each test is at a place of its own. */
class TellJourneyTest {
    private static final HandClock CLOCK = new HandClock();

    private static Stage stage;
    private static Visitor omar;
    private static Visitor mia;
    private static Visitor outside;

    @BeforeAll
    static void open() {
        stage = Stage.open("", CLOCK);
        omar = stage.organizer("omar");
        mia = stage.heldOut("mia", false);
        outside = stage.heldOut("out", true);
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    private static EventSource page(Visitor who, String last) {
        return new EventSource(stage.url() + AlertBodies.ALL + "/told", who.token(), last);
    }

    private static String drafted(double latitude, double longitude, int places) {
        return PopUpBodies.drafted(omar, PopUpBodies.at(latitude, longitude, places));
    }

    private static List<String> told(String popUp) {
        return stage.node()
                .node()
                .context()
                .database()
                .withHandle(db -> db.createQuery("SELECT member FROM alert_told WHERE listing = :listing")
                        .bind("listing", "pop-up." + popUp)
                        .mapTo(String.class)
                        .list());
    }

    private static String state(String popUp) {
        return stage.node()
                .node()
                .context()
                .database()
                .withHandle(db -> db.createQuery("SELECT state FROM alert_opening WHERE listing = :listing")
                        .bind("listing", "pop-up." + popUp)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(""));
    }

    /** G2: who is 800 m away is told within a second of the answer to the organizer. */
    @Test
    void who_is_near_is_told_within_a_second_on_the_open_page() {
        mia.post(AlertBodies.ALL, AlertBodies.around(48.1072, 11.5)).expecting(201);
        outside.post(AlertBodies.ALL, AlertBodies.around(48.1072, 11.5)).expecting(201);
        omar.post(AlertBodies.ALL, AlertBodies.around(48.1072, 11.5)).expecting(201);
        try (var page = page(mia, "");
                var silent = page(outside, "")) {
            assertThat(page.type()).isEqualTo("text/event-stream");
            var warm = drafted(48.1, 11.5, 20);
            omar.post(ALL + "/" + warm + "/publish").expecting(200);
            soon(() -> assertThat(page.heard()).hasSize(1));
            var ride = drafted(48.1, 11.5, 20);
            omar.post(ALL + "/" + ride + "/publish").expecting(200);
            long published = System.nanoTime();
            soon(() -> assertThat(page.heard()).hasSize(2));
            var heard = page.heard().getLast();
            assertThat(heard.data().at("/listing/path").asText()).isEqualTo("/pop-ups/" + ride);
            assertThat(heard.data().at("/listing/metres").isNull()).isTrue();
            assertThat(Duration.ofNanos(heard.at() - published)).isLessThan(Duration.ofSeconds(1));
            soon(() -> assertThat(state(ride)).isEqualTo("TOLD"));
            assertThat(told(ride))
                    .as("neither who is held out nor whose it is")
                    .containsExactly(stage.participant(mia).value());
            assertThat(silent.heard()).isEmpty();
            assertThat(outside.get(AlertBodies.ALL).json().get("heldOut").asBoolean())
                    .isTrue();
            assertThat(mia.get(AlertBodies.ALL).json().get("heldOut").asBoolean())
                    .isFalse();

            try (var again = page(mia, page.heard().getFirst().id())) {
                soon(() -> assertThat(again.heard()).as("what it missed").hasSize(1));
            }
            assertThat(mia.get(AlertBodies.ALL + "/told").json().get("items")).hasSize(2);
        }
    }

    @Test
    void of_three_thousand_only_so_many_are_told_as_twenty_places_need_and_none_when_they_are_sold() {
        subscribed(3_000);
        var popUp = drafted(50.1, 8.6, 20);
        omar.post(ALL + "/" + popUp + "/publish").expecting(200);
        soon(() -> assertThat(told(popUp)).hasSize(100));
        assertThat(omar.get(ALL + "/" + popUp + "/messages").json().get("items"))
                .as("who lives near is not the organizer's to know")
                .isEmpty();
        CLOCK.pass(Waves.PAUSE);
        soon(() -> assertThat(told(popUp)).as("places are left").hasSize(200));
        omar.put(ALL + "/" + popUp, PopUpBodies.at(50.1, 8.6, 1), "*").expecting(200);
        PopUpBodies.bought(stage.named("buyer"), popUp, "free");
        soon(() -> assertThat(stage.anonymous()
                        .get("/api/v1/discover?near=50.1,8.6&radius=100&attendance=in-person")
                        .json()
                        .get("total")
                        .asInt())
                .isZero());
        CLOCK.pass(Waves.PAUSE);
        soon(() -> assertThat(state(popUp)).isEqualTo("SOLD_OUT"));
        assertThat(told(popUp)).hasSize(200);
    }

    /** As many members as one who did it by hand. */
    private static void subscribed(int many) {
        var form = AlertBodies.around(50.1, 8.6, "by", List.of("page", "letter"));
        var first =
                stage.named("first").post(AlertBodies.ALL, form).expecting(201).json();
        stage.node().node().context().database().useTransaction(db -> {
            db.execute("UPDATE alert_clock SET change = change + 1 WHERE name = 'alerts'");
            db.createUpdate(
                            "INSERT INTO alert (alert, member, change, changed_at, gone, cell, metres, kinds, styles, zone,"
                                    + " days, from_time, to_time, told_by, consented_at, edition) SELECT 'l-crowd-' || \"X\","
                                    + " 'm-crowd-' || \"X\", (SELECT change FROM alert_clock WHERE name = 'alerts'), changed_at,"
                                    + " gone, cell, metres, kinds, styles, zone, days, from_time, to_time, told_by,"
                                    + " consented_at, edition FROM alert, SYSTEM_RANGE(1, :many) WHERE alert = :first")
                    .bind("many", many)
                    .bind("first", first.get("alertId").asText())
                    .execute();
        });
    }

    @Test
    void who_said_no_is_not_told_and_who_has_it_by_letter_finds_it_among_their_messages() {
        var said = mia.post(AlertBodies.ALL, AlertBodies.around(51.3, 12.3))
                .expecting(201)
                .header("Location");
        var lea = stage.heldOut("lea", false);
        lea.post(AlertBodies.ALL, AlertBodies.around(51.3, 12.3, "by", List.of("letter")))
                .expecting(201);
        mia.delete(said).expecting(204);
        mia.get(said).expecting(404);
        var popUp = drafted(51.3, 12.3, 20);
        omar.post(ALL + "/" + popUp + "/publish").expecting(200);
        soon(() ->
                assertThat(told(popUp)).containsExactly(stage.participant(lea).value()));
        soon(() -> {
            var letter = lea.get("/api/v1/me/messages").expecting(200).json().at("/items/0");
            assertThat(letter.path("topic").asText()).isEqualTo("NEARBY");
            assertThat(letter.at("/popUp/id").asText()).isEqualTo(popUp);
        });
        assertThat(lea.get(AlertBodies.ALL + "/told").json().get("items")).isEmpty();
    }

    @Test
    void what_is_wrong_with_a_wish_is_named_and_a_point_is_kept_as_its_cell() {
        var made = mia.post(AlertBodies.ALL, AlertBodies.around(53.551, 9.994))
                .expecting(201)
                .json();
        assertThat(made.at("/area/cell").asText())
                .isEqualTo(Cell.of(new GeoPoint(53.551, 9.994), 7).toString());
        assertThat(made.toString()).doesNotContain("53.551", "9.994");
        for (var wrong : List.of(
                Map.entry("near.latitude", Map.entry("near", (Object) Map.of("latitude", 91, "longitude", 0))),
                Map.entry("cell", Map.entry("cell", (Object) "8800000000fffff")),
                Map.entry("radius", Map.entry("radius", (Object) 499)),
                Map.entry("kinds[0]", Map.entry("kinds", (Object) List.of("class"))),
                Map.entry("styles[1]", Map.entry("styles", (Object) List.of("Yoga", "Yo\nga"))),
                Map.entry("days[0]", Map.entry("days", (Object) List.of("SOMEDAY"))),
                Map.entry("to", Map.entry("from", (Object) "17:00")),
                Map.entry("quiet.to", Map.entry("quiet", (Object) Map.of("from", "07:00", "to", "07:00"))),
                Map.entry("quiet.from", Map.entry("quiet", (Object) Map.of("from", "24:00", "to", "07:00"))),
                Map.entry("zone", Map.entry("zone", (Object) "Berlin")),
                Map.entry("by", Map.entry("by", (Object) List.of())),
                Map.entry("consent", Map.entry("consent", (Object) false)))) {
            var form = AlertBodies.around(
                    1, 1, wrong.getValue().getKey(), wrong.getValue().getValue());
            assertThat(mia.post(AlertBodies.ALL, form)
                            .expecting(400)
                            .json()
                            .get("field")
                            .asText())
                    .isEqualTo(wrong.getKey());
        }
    }

    private static void soon(ThrowingRunnable holds) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(holds);
    }
}
