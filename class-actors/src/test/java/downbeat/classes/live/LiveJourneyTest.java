package downbeat.classes.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.kernel.ClassId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node, an HTTP server and real sockets. */
class LiveJourneyTest {
    private static final ClassId CLASS = House.CLASS;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_TAPS = Duration.ofMillis(25);
    private static final int MEMBERS = 8;
    private static final int CUES = 200;

    @TempDir
    Path data;

    @Test
    void devices_are_told_what_to_fetch_ahead_when_they_come_and_when_it_changes() throws Exception {
        try (var house = new House(data)) {
            house.assets = "{\"rev\":1,\"assets\":[{\"url\":\"/assets/a.mp3\"}]}";
            house.plane.open(CLASS, plan()).toCompletableFuture().get(30, TimeUnit.SECONDS);
            var early = new Phone(house.port());
            early.connect("MEMBER.m1", "d1", null);
            house.assets = "{\"rev\":2,\"assets\":[]}";
            house.plane.assetsChanged(CLASS);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(rev(early)).isEqualTo(2));
            var late = new Phone(house.port());
            var told = late.connect("MEMBER.m2", "d1", null).path("connect").path("assets");
            assertThat(told.path("rev").asInt()).isEqualTo(2);
            assertThat(told.has("assets")).isTrue();
        }
        try (var house = new House(data)) {
            house.assets = "{\"rev\":3,\"assets\":[]}";
            var phone = new Phone(house.port());
            phone.connect("MEMBER.m1", "d1", null);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(rev(phone))
                            .as("read again by the next sequencer")
                            .isEqualTo(3));
        }
    }

    private static int rev(Phone phone) {
        var assets = phone.assets();
        return assets == null ? -1 : assets.path("rev").asInt();
    }

    @Test
    void a_class_of_eight_loses_no_cue_and_goes_on_after_a_restart() throws Exception {
        var position = "";
        var tapped = "";
        try (var house = new House(data)) {
            house.open(House.ride());
            var trainer = new Phone(house.port());
            assertThat(trainer.connect("TRAINER.coach", "d0", null)
                            .path("connect")
                            .path("offset")
                            .asLong())
                    .isZero();
            var phones = new ArrayList<Phone>();
            for (var i = 0; i < MEMBERS; i++) {
                var phone = new Phone(house.port());
                assertThat(phone.connect("MEMBER.m" + i, "d1", null).has("connect"))
                        .isTrue();
                phones.add(phone);
            }
            var tv = new Phone(house.port());
            tv.connect("MEMBER.m0", "tv", null);

            for (var i = 1; i <= CUES; i++) {
                var reply = tap(trainer, "t-" + i).path("cue");
                assertThat(reply.path("offset").asLong()).isEqualTo(i);
            }
            assertThat(tap(trainer, "t-7").path("cue").path("offset").asLong())
                    .as("a double tap is one cue")
                    .isEqualTo(7);

            var all = LongStream.rangeClosed(1, CUES).boxed().toList();
            for (var phone : phones) {
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(phone.offsets()).isEqualTo(all));
            }
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(tv.offsets()).isEqualTo(all));
            await().atMost(PATIENCE).untilAsserted(() -> {
                var gauge = house.gauge().path("cue");
                assertThat(gauge.path("acked").asLong()).isEqualTo((long) CUES * (MEMBERS + 1));
                assertThat(gauge.path("unacked").asLong()).isZero();
            });
            var row = house.card().roster().stream()
                    .filter(one -> one.member().value().equals("m0"))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.devices()).as("phone and TV are one person").isEqualTo(2);

            var last = phones.getFirst().cues().get(149);
            position = "{\"epoch\":" + last.get("epoch") + ",\"gen\":" + last.get("gen") + ",\"offset\":150}";
            tapped = last.get("epoch").asText();
        }
        try (var house = new House(data)) {
            var phone = new Phone(house.port());
            var back = phone.connect("MEMBER.m1", "d1", position).path("connect");
            assertThat(back.path("recovered").asBoolean()).isTrue();
            assertThat(back.path("replayed").asInt()).isEqualTo(CUES - 150);
            assertThat(back.path("epoch").asText()).isEqualTo(tapped);
            assertThat(back.path("gen").asLong()).isEqualTo(2);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(phone.offsets())
                            .isEqualTo(LongStream.rangeClosed(151, CUES).boxed().toList()));
            var trainer = new Phone(house.port());
            trainer.connect("TRAINER.coach", "d0", null);
            assertThat(tap(trainer, "t-200").path("cue").path("offset").asLong())
                    .as("a tap repeated over a restart is still one cue")
                    .isEqualTo(CUES);
            assertThat(tap(trainer, "t-201").path("cue").path("offset").asLong())
                    .isEqualTo(CUES + 1);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(phone.offsets()).endsWith(CUES + 1L));
        }
    }

    @Test
    void hands_keep_their_order_over_a_reconnect_and_who_is_missing_is_known() throws Exception {
        try (var house = new House(data)) {
            house.open(House.ride());
            var trainer = new Phone(house.port());
            trainer.connect("TRAINER.coach", "d0", null);
            var first = new Phone(house.port());
            first.connect("MEMBER.m1", "d1", null);
            var second = new Phone(house.port());
            second.connect("MEMBER.m2", "d1", null);
            assertThat(first.ask("hand", "{\"up\":true}")
                            .path("hand")
                            .path("place")
                            .asInt())
                    .isEqualTo(1);
            assertThat(second.ask("hand", "{\"up\":true}")
                            .path("hand")
                            .path("place")
                            .asInt())
                    .isEqualTo(2);
            first.drop();
            var again = new Phone(house.port());
            var hands = again.connect("MEMBER.m1", "d1", null)
                    .path("connect")
                    .path("hands")
                    .path("hands");
            assertThat(hands.findValuesAsText("member")).containsExactly("m1", "m2");

            trainer.ask("ask", "{\"cueId\":\"a-1\",\"question\":\"Ready?\",\"answer\":\"READY\"}");
            assertThat(second.ask("confirm", "{\"cueId\":\"a-1\"}").has("confirm"))
                    .isTrue();
            await().atMost(PATIENCE).untilAsserted(() -> {
                var ask = house.card().ask();
                assertThat(ask).isNotNull();
                assertThat(ask.answers()).hasSize(1);
                assertThat(ask.missing())
                        .extracting(person -> person.member().value())
                        .containsExactly("m1");
            });
            assertThat(second.ask("start", "{}").path("error").path("code").asText())
                    .isEqualTo("not-allowed");
            assertThat(trainer.ask("pause", "{}").path("error").path("code").asText())
                    .isEqualTo("wrong-phase");
        }
    }

    @Test
    void a_position_that_cannot_be_served_is_answered_with_how_things_stand_and_without_old_sounds() throws Exception {
        try (var house = new House(data)) {
            house.open(House.ride());
            var trainer = new Phone(house.port());
            trainer.connect("TRAINER.coach", "d0", null);
            trainer.ask("start", "{}");
            tap(trainer, "t-1");
            var phone = new Phone(house.port());
            var back = phone.connect("MEMBER.m1", "d1", "{\"epoch\":\"of-another-log\",\"gen\":1,\"offset\":40}")
                    .path("connect");
            assertThat(back.path("recovered").asBoolean(true)).isFalse();
            assertThat(back.path("replayed").asInt()).isZero();
            assertThat(back.path("state").path("phase").asText()).isEqualTo("LIVE");
            assertThat(back.path("t").asDouble())
                    .as("class time, from which the second of the plan follows")
                    .isPositive();
            var next = tap(trainer, "t-2").path("cue").path("offset").asLong();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(phone.offsets()).contains(next));
            assertThat(phone.offsets())
                    .as("nothing from before")
                    .allMatch(offset -> offset > back.path("offset").asLong());
        }
    }

    @Test
    void what_a_device_gets_wrong_is_named_and_a_wrong_token_ends_the_socket() throws Exception {
        try (var house = new House(data)) {
            house.open(House.ride());
            var phone = new Phone(house.port());
            assertThat(phone.ask("hand", "{\"up\":true}")
                            .path("error")
                            .path("code")
                            .asText())
                    .isEqualTo("not-connected");
            assertThat(phone.ask("dance", "{}").path("error").path("code").asText())
                    .isEqualTo("unknown-verb");
            assertThat(phone.connect("MEMBER.m1", "d1", null).has("connect")).isTrue();
            var wrong = phone.ask("hand", "{\"up\":7}").path("error");
            assertThat(wrong.path("code").asText()).isEqualTo("bad-field");
            assertThat(wrong.path("field").asText()).isEqualTo("up");
            var stranger = new Phone(house.port());
            stranger.connect("nobody", "d1", null);
            assertThat(stranger.closed().get(30, TimeUnit.SECONDS)).isEqualTo(3001);
        }
    }

    /** As fast as fingers drum: a device that sends more than a hundred frames a second is cut as a flood. */
    private static JsonNode tap(Phone trainer, String cueId) {
        LockSupport.parkNanos(BETWEEN_TAPS.toNanos());
        return trainer.ask(
                "cue",
                "{\"cueId\":\"" + cueId + "\",\"verb\":\"SAY\",\"text\":\"Go\",\"tone\":\"GO\",\"showMs\":4000}");
    }

    private static CuePlan plan() {
        var free = new Segment(
                0,
                SegmentKind.FREE,
                Duration.ZERO,
                Duration.ofMinutes(30),
                Optional.empty(),
                OptionalInt.empty(),
                "Ride");
        return CuePlan.of("Ride", "", List.of(free), List.of());
    }
}
