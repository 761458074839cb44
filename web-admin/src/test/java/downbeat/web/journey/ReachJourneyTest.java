package downbeat.web.journey;

import static downbeat.web.stage.PopUpBodies.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.web.stage.LiveDevice;
import downbeat.web.stage.PopUpBodies;
import downbeat.web.stage.Stage;
import downbeat.web.stage.Visitor;
import downbeat.web.stage.Workouts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Twelve people try a class online, are shown a pop-up near them, go there, and both who led the class and whose it was learn of it. */
class ReachJourneyTest {
    private static final int PEOPLE = 12;
    private static final String NEAR = "/api/v1/discover?near=53.55,9.99&radius=1000&by=";

    @Test
    void from_a_class_online_to_a_pop_up_and_into_the_figures_of_both() {
        try (var stage = Stage.open()) {
            var tara = stage.named("reach-tara", "TRAINER");
            var omar = stage.organizer("reach-omar");
            var people = IntStream.range(0, PEOPLE)
                    .mapToObj(n -> stage.named("reach-" + n))
                    .toList();
            people.subList(1, PEOPLE).forEach(ReachJourneyTest::allow);
            holdAClass(tara, people);
            visit(omar, people);

            var database = stage.node().node().context().database();
            soon(() -> assertThat(List.of(
                            steps(database, "TRIED"),
                            steps(database, "SHOWN"),
                            steps(database, "BOOKED"),
                            steps(database, "CHECKED_IN")))
                    .as("one did not allow that it is noted what is shown")
                    .containsExactly(PEOPLE, PEOPLE - 1, PEOPLE, PEOPLE));
            var now = tara.get("/api/v1/me/trainer-reach").expecting(200).json();
            assertThat(now.get("tried").asInt())
                    .as("this week is no whole week yet")
                    .isZero();

            daysEarlier(database, 42);
            database.useHandle(
                    db -> db.execute("UPDATE journey_step SET done_at = done_at - ? WHERE step = 'TRIED'", days(9)));
            trainerReads(tara);
            organizerReads(omar);
            people.get(1).get("/api/v1/me/trainer-reach").expecting(403);

            withdraw(people.get(1));
            soon(() -> assertThat(steps(database, "SHOWN")).as("withdrawn").isEqualTo(PEOPLE - 2));
        }
    }

    private static void allow(Visitor who) {
        consent(who, true);
    }

    private static void withdraw(Visitor who) {
        consent(who, false);
    }

    private static void consent(Visitor who, boolean figures) {
        var name = who.get("/api/v1/me").expecting(200).json().get("name").asText();
        var json = who.put("/api/v1/me", Map.of("name", name, "consents", Map.of("figures", figures)), "*")
                .expecting(200)
                .json();
        assertThat(json.at("/consents/figures").asBoolean()).isEqualTo(figures);
    }

    private static void holdAClass(Visitor tara, List<Visitor> people) {
        var body = Workouts.classBody();
        body.put("onlineCapacity", PEOPLE);
        var path = tara.post("/api/v1/classes", body).expecting(201).header("Location");
        tara.post(path + "/schedule").expecting(200);
        people.forEach(
                who -> who.post(path + "/bookings", Map.of("place", "ONLINE")).expecting(201));
        tara.post(path + "/lobby").expecting(200);
        var devices = new ArrayList<LiveDevice>();
        try (var console = LiveDevice.join(tara, path)) {
            console.connected();
            people.forEach(who -> devices.add(LiveDevice.join(who, path)));
            devices.forEach(LiveDevice::connected);
            tara.post(path + "/control", Map.of("start", Map.of())).expecting(200);
            tara.post(path + "/control", Map.of("close", Map.of())).expecting(200);
        } finally {
            devices.forEach(LiveDevice::close);
        }
        soon(() -> assertThat(tara.get(path + "/report").status()).isEqualTo(200));
    }

    private static void visit(Visitor omar, List<Visitor> people) {
        var form = PopUpBodies.form("capacity", PEOPLE);
        form.put("kinds", List.of(PopUpBodies.kind("free", "FREE", PEOPLE, 0)));
        var id = PopUpBodies.published(omar, form);
        var found = NEAR + omar.account();
        soon(() -> assertThat(omar.get(found).json().get("total").asInt()).isOne());
        people.forEach(who ->
                assertThat(who.get(found).json().at("/items/0/id").asText()).isEqualTo(id));
        var passes = people.stream()
                .map(who -> PopUpBodies.pass(who, id, PopUpBodies.bought(who, id, "free")))
                .toList();
        var phone = PopUpBodies.device(omar, id);
        omar.post(ALL + "/" + id + "/open").expecting(200);
        for (int n = 0; n < PEOPLE; n++) {
            var scan = PopUpBodies.scan(passes.get(n), "n-" + n, phone);
            assertThat(omar.post(ALL + "/" + id + "/scans", scan)
                            .expecting(200)
                            .json()
                            .get("admitted")
                            .asBoolean())
                    .isTrue();
        }
    }

    private static void trainerReads(Visitor tara) {
        var reach = tara.get("/api/v1/me/trainer-reach?weeks=26").expecting(200).json();
        assertThat(reach.get("tried").asInt()).isEqualTo(PEOPLE);
        assertThat(reach.get("open").asInt()).isZero();
        assertThat(count(reach, "funnel", "came")).isEqualTo(PEOPLE);
        assertThat(count(reach, "funnel", "shown")).isEqualTo(PEOPLE - 1);
        assertThat(count(reach, "credited", "days7")).isZero();
        assertThat(count(reach, "credited", "days28")).isEqualTo(PEOPLE);
        assertThat(reach.at("/lift/verdict").asText()).isEqualTo("TOO_FEW");
        assertThat(reach.at("/lift/open/of").isNull()).isTrue();
        var csv =
                tara.get("/api/v1/me/trainer-reach.csv?weeks=26").expecting(200).text();
        assertThat(csv.lines()).contains("figure,people,of,share,low,high,remark", "days28,12,12,1.0,,,");
        assertThat(tara.get("/api/v1/me/trainer-reach?weeks=14")
                        .expecting(400)
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("weeks");
    }

    private static void organizerReads(Visitor omar) {
        var reach = omar.get("/api/v1/me/organizer-reach").expecting(200).json();
        assertThat(count(reach, "visits", "days7")).isZero();
        assertThat(count(reach, "visits", "days28")).isEqualTo(PEOPLE);
        assertThat(count(reach, "visits", "discovered")).isEqualTo(PEOPLE - 1);
        var here = reach.at("/neighbourhoods/0");
        assertThat(here.at("/count/of").asInt()).isEqualTo(PEOPLE - 1);
        assertThat(here.get("lift").asDouble()).isEqualTo(1.0);
        assertThat(omar.get("/api/v1/me/organizer-reach.csv").expecting(200).text())
                .contains(here.get("cell").asText() + ",11,11,1.0");
    }

    private static int count(JsonNode reach, String list, String step) {
        for (var it : reach.get(list)) {
            if (it.get("step").asText().equals(step)) {
                return it.at("/count/people").asInt(-1);
            }
        }
        throw new AssertionError(step + " is not in " + reach);
    }

    private static int steps(Jdbi database, String step) {
        return database.withHandle(db -> db.createQuery("SELECT COUNT(*) FROM journey_step WHERE step = ?")
                .bind(0, step)
                .mapTo(Integer.class)
                .one());
    }

    private static void daysEarlier(Jdbi database, int days) {
        database.useHandle(db -> db.execute("UPDATE journey_step SET done_at = done_at - ?", days(days)));
    }

    private static long days(int days) {
        return Duration.ofDays(days).toMillis();
    }

    private static void soon(ThrowingRunnable holds) {
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(holds);
    }
}
