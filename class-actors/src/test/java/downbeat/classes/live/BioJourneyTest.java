package downbeat.classes.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Straps, boards and bursts over real sockets. */
class BioJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** What timers and sockets of a busy machine may add to three seconds. */
    private static final Duration MACHINE = Duration.ofMillis(400);

    private static final String ALL = "{\"hr\":true,\"cadence\":true,\"power\":true,\"reps\":true}";

    private final House house;
    private final Phone trainer;
    private final ScheduledExecutorService straps = Executors.newSingleThreadScheduledExecutor();

    BioJourneyTest(@TempDir Path data) throws Exception {
        house = new House(data);
        house.open(tempo());
        trainer = new Phone(house.port());
        trainer.connect("TRAINER.coach", "d0", null);
    }

    @AfterEach
    void stop() {
        straps.shutdownNow();
        house.close();
    }

    private static CuePlan tempo() {
        var steady = new Segment(
                0,
                SegmentKind.STEADY,
                Duration.ZERO,
                Duration.ofMinutes(30),
                Optional.of(PowerRange.of(85)),
                OptionalInt.of(90),
                "Tempo");
        return CuePlan.of("Tempo", "", List.of(steady), List.of());
    }

    private Phone member(String name) {
        var phone = new Phone(house.port());
        assertThat(phone.connect("MEMBER." + name, "d1", null).has("connect")).isTrue();
        return phone;
    }

    /** Says the same once a second, until it drops out. */
    private record Strap(ScheduledFuture<?> beats) {
        void drop() {
            beats.cancel(false);
        }
    }

    private Strap strap(Phone on, String reading) {
        return new Strap(straps.scheduleAtFixedRate(() -> on.tell("bio", reading), 0, 1, TimeUnit.SECONDS));
    }

    private static JsonNode line(Phone phone, String member) {
        for (var line : phone.newest("bio").path("board")) {
            if (line.path("member").asText().equals(member)) {
                return line;
            }
        }
        return phone.newest("bio").path("missing");
    }

    @Test
    void a_strap_that_drops_out_is_a_dash_within_three_seconds_and_comes_back() throws Exception {
        var mia = member("mia");
        var noah = member("noah");
        var zoe = member("zoe");
        assertThat(mia.ask("share", "{\"hr\":true}").has("share")).isTrue();
        assertThat(noah.ask("share", ALL).has("share")).isTrue();
        var strap = strap(mia, "{\"hr\":160,\"power\":300}");
        strap(noah, "{\"hr\":140,\"cadence\":88,\"power\":200}");
        strap(zoe, "{\"hr\":180}");

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(line(trainer, "mia").path("hr").asInt()).isEqualTo(160);
            assertThat(line(trainer, "noah").path("hr").asInt()).isEqualTo(140);
        });
        assertThat(line(trainer, "mia").path("power").isNull()).as("not shared").isTrue();
        assertThat(line(trainer, "zoe").isMissingNode()).as("shares nothing").isTrue();
        assertThat(noah.heard("bio")).as("no burst, no board").isEmpty();

        trainer.ask("burst", "{\"forMs\":20000,\"metric\":\"HR\"}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(zoe.newest("bio").path("board")).hasSize(2));
        assertThat(zoe.newest("bio").path("mean").path("hr").asInt()).isEqualTo(150);
        assertThat(zoe.newest("bio").path("zones").toString()).isEqualTo("[0,0,1,1,0]");

        strap.drop();
        var dropped = System.nanoTime();
        await().pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> line(trainer, "mia").path("hr").isNull());
        assertThat(Duration.ofNanos(System.nanoTime() - dropped))
                .isLessThan(Duration.ofSeconds(3).plus(MACHINE));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(line(zoe, "mia").isMissingNode()).isTrue());
        assertThat(zoe.newest("bio").path("mean").path("hr").asInt())
                .as("out of the mean")
                .isEqualTo(140);

        strap(mia, "{\"hr\":158}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(line(zoe, "mia").path("hr").asInt()).isEqualTo(158));
    }

    /** 150 bpm are zone 3 by 190 and zone 5 by 160. */
    @Test
    void a_members_own_maximal_heart_rate_moves_the_zone_and_is_shown_to_nobody() {
        var mia = member("mia");
        mia.ask("share", ALL);
        for (var wrong : List.of("99", "231", "180.5", "\"180\"")) {
            var refused = mia.ask("bio", "{\"hr\":150,\"maxHr\":" + wrong + "}");
            assertThat(refused.at("/error/field").asText()).as(wrong).isEqualTo("maxHr");
        }
        strap(mia, "{\"hr\":150,\"maxHr\":160}");
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(line(trainer, "mia").path("zone").asInt()).isEqualTo(5));
        assertThat(line(trainer, "mia").toString()).doesNotContain("160", "max");
    }

    @Test
    void a_choice_holds_on_another_device_and_can_be_taken_back() {
        var mia = member("mia");
        mia.ask("share", ALL);
        var tv = new Phone(house.port());
        var me = tv.connect("MEMBER.mia", "tv", null).path("connect").path("me");
        assertThat(me.path("share").toString()).isEqualTo(ALL);
        assertThat(me.path("adapt").asBoolean()).isTrue();

        strap(mia, "{\"hr\":150}");
        strap(tv, "{\"cadence\":91}");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(line(trainer, "mia").path("hr").asInt()).isEqualTo(150);
            assertThat(line(trainer, "mia").path("cadence").asInt()).isEqualTo(91);
        });
        assertThat(trainer.newest("bio").path("count").asInt()).isEqualTo(1);

        tv.ask("share", "{}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(trainer.newest("bio").path("board")).isEmpty());
    }

    @Test
    void cues_are_eased_for_a_heart_that_races_until_the_member_says_no() {
        var mia = member("mia");
        var noah = member("noah");
        trainer.ask("adapt", "{\"on\":true,\"cadencePct\":10,\"leadMs\":300}");
        trainer.ask("start", "{}");
        strap(mia, "{\"hr\":175}");
        strap(noah, "{\"hr\":140}");

        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(mia.newest("adapt").path("cadencePct").asInt())
                                .isNegative());
        assertThat(mia.newest("adapt").path("why").asText()).startsWith("heart rate above zone 3 for ");
        assertThat(noah.heard("adapt"))
                .singleElement()
                .satisfies(
                        advice -> assertThat(advice.path("cadencePct").asInt()).isZero());

        mia.ask("adaptMe", "{\"on\":false}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mia.newest("adapt").path("on").asBoolean(true))
                        .isFalse());
        trainer.ask("adapt", "{\"on\":false,\"cadencePct\":10,\"leadMs\":300}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(noah.newest("adapt").path("on").asBoolean(true))
                        .isFalse());
    }

    @Test
    void an_impossible_heart_rate_is_refused_by_name() {
        var error = member("mia").ask("bio", "{\"hr\":301}").path("error");

        assertThat(error.path("code").asText()).isEqualTo("bad-field");
        assertThat(error.path("field").asText()).isEqualTo("hr");
        assertThat(error.path("detail").asText()).contains("25 to 250");
    }

    /** L12 at a tenth: two cues a second, a heart rate a second from each. */
    @Test
    void fifty_members_with_straps_get_at_most_four_messages_a_second_beside_their_cues() throws Exception {
        var phones = new ArrayList<Phone>();
        for (var n = 0; n < 50; n++) {
            var phone = member("m" + n);
            phone.ask("share", ALL);
            strap(phone, "{\"hr\":" + (120 + n) + "}");
            phones.add(phone);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(trainer.newest("bio").path("count").asInt()).isEqualTo(50));
        trainer.ask("burst", "{\"forMs\":20000}");
        var before = phones.stream().mapToInt(BioJourneyTest::beside).toArray();
        var began = System.nanoTime();
        for (var cue = 0; cue < 20; cue++) {
            trainer.ask("cue", "{\"cueId\":\"t-" + cue + "\",\"verb\":\"SAY\",\"text\":\"Go\"}");
            TimeUnit.MILLISECONDS.sleep(Math.max(0, 500L * (cue + 1) - (System.nanoTime() - began) / 1_000_000));
        }
        var seconds = (System.nanoTime() - began) / 1e9;
        for (var n = 0; n < phones.size(); n++) {
            var messages = beside(phones.get(n)) - before[n];
            assertThat(messages).as("messages to m%d in %.1f s", n, seconds).isBetween(5, (int) (4 * seconds));
            var cues = phones.get(n).cues().stream()
                    .filter(cue -> cue.path("kind").asText().equals("LIVE"))
                    .count();
            assertThat(cues).isEqualTo(20);
        }
        assertThat(phones.getFirst().newest("bio").path("board")).hasSize(20);
        assertThat(phones.getFirst().newest("bio").path("count").asInt()).isEqualTo(50);
    }

    private static int beside(Phone phone) {
        return phone.heard("bio").size() + phone.heard("roster").size();
    }

    @Test
    void ten_thousand_readings_a_second_close_the_device_that_sends_them_and_no_other() throws Exception {
        var mia = member("mia");
        mia.ask("share", ALL);
        strap(mia, "{\"hr\":150}");
        var flood = member("flood");
        flood.ask("share", ALL);
        flood.tell("bio", "{\"hr\":160}");
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(line(trainer, "flood").path("hr").asInt()).isEqualTo(160);
            assertThat(line(trainer, "mia").path("hr").asInt()).isEqualTo(150);
        });
        for (var n = 0; n < 10_000; n++) {
            flood.tell("bio", "{\"hr\":160}");
        }

        assertThat(flood.closed().get(30, TimeUnit.SECONDS)).isEqualTo(3009);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(line(trainer, "flood").isMissingNode())
                        .as("gone from the board")
                        .isTrue());
        assertThat(line(trainer, "mia").path("hr").asInt()).isEqualTo(150);
        assertThat(mia.ask("hand", "{\"up\":true}").has("hand")).isTrue();
        assertThat(mia.closed()).isNotDone();
    }
}
