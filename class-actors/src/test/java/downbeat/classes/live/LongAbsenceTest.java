package downbeat.classes.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.classes.live.log.CueLog;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.Tone;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.stage.Plans;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class whose log is full, and devices that were away while it filled. */
class LongAbsenceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PART = Duration.ofMinutes(20);
    private static final int TOGETHER = 256;
    private static final int TAPS = CueLog.WINDOW + 100;

    @TempDir
    Path data;

    private House house;
    private String epoch = "";
    private long newest;

    @BeforeEach
    void fill_the_log() throws Exception {
        house = new House(data);
        done(house.plane.open(House.CLASS, Plans.plan("Ride", PART)));
        control(new LiveCommand.Start(null));
        control(new LiveCommand.Skip(1, null));
        tapMany(0, TAPS);
        settle();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_device_beyond_the_log_is_put_at_the_right_second_and_hears_nothing_old() throws Exception {
        var phone = new Phone(house.port());
        var back = connect(phone, newest - CueLog.WINDOW - 1);

        assertThat(back.path("recovered").asBoolean(true)).isFalse();
        assertThat(back.path("replayed").asInt()).isZero();
        assertThat(back.path("rewind").isNull()).isTrue();
        assertThat(back.path("offset").asLong()).isEqualTo(newest);
        assertThat(back.path("state").path("phase").asText()).isEqualTo("LIVE");
        assertThat(back.path("state").path("segment").asInt()).isEqualTo(1);
        assertThat(back.path("plan").path("lengthMs").asLong())
                .isEqualTo(PART.multipliedBy(2).toMillis());
        assertThat(position(back))
                .as("position in the plan, in seconds")
                .isBetween(PART.toSeconds() - 5.0, PART.plus(PATIENCE).toSeconds() + 0.0);

        tapMany(TAPS, 3);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(phone.offsets()).containsExactly(newest + 1, newest + 2, newest + 3));
        assertThat(phone.cues())
                .extracting(cue -> cue.path("cueId").asText())
                .containsExactly("t-" + TAPS, "t-" + (TAPS + 1), "t-" + (TAPS + 2));
    }

    @Test
    void a_device_at_the_very_edge_of_the_log_gets_all_of_it_once_and_in_order_even_after_a_restart() throws Exception {
        getsTheWholeLog(1);
        house.close();
        house = new House(data);
        getsTheWholeLog(2);
        var beyond = connect(new Phone(house.port()), newest - CueLog.WINDOW - 1);
        assertThat(beyond.path("recovered").asBoolean(true)).isFalse();
    }

    private void getsTheWholeLog(int gen) throws Exception {
        var edge = newest - CueLog.WINDOW;
        var phone = new Phone(house.port());
        var back = connect(phone, edge);
        assertThat(back.path("recovered").asBoolean()).isTrue();
        assertThat(back.path("replayed").asInt()).isEqualTo(CueLog.WINDOW);
        assertThat(back.path("gen").asInt()).isEqualTo(gen);
        assertThat(back.path("offset").asLong()).isEqualTo(newest);

        var all = LongStream.rangeClosed(edge + 1, newest).boxed().toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(phone.offsets()).hasSizeGreaterThanOrEqualTo(all.size()));
        var next = tapMany(TAPS + gen, 1);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(phone.offsets()).endsWith(next));
        assertThat(phone.offsets().subList(0, all.size())).isEqualTo(all);
        assertThat(phone.offsets()).hasSize(all.size() + 1);
        await().atMost(PATIENCE).untilAsserted(() -> {
            var cue = house.gauge().path("cue");
            assertThat(cue.path("acked").asLong()).isGreaterThan(all.size());
            assertThat(cue.path("unacked").asLong()).as("acked as it came").isZero();
        });
        newest = next;
    }

    private JsonNode connect(Phone phone, long offset) {
        return phone.connect("MEMBER.m1", "d1", "{\"epoch\":\"" + epoch + "\",\"gen\":1,\"offset\":" + offset + "}")
                .path("connect");
    }

    /** Where the plan stands, as a device works it out, in seconds. */
    private static double position(JsonNode back) {
        var anchor = back.path("state").path("anchor");
        assertThat(anchor.path("running").asBoolean()).isTrue();
        return (anchor.path("plan").asDouble()
                        + back.path("t").asDouble()
                        - anchor.path("at").asDouble())
                / 1000;
    }

    /** No planned cue falls due within reach: what is newest stays it until somebody taps. */
    private void settle() {
        await().during(Duration.ofSeconds(1)).atMost(PATIENCE).until(() -> {
            var card = house.card();
            var moved = card.offset() != newest;
            newest = card.offset();
            epoch = String.valueOf(card.epoch());
            return !moved;
        });
    }

    /** The offset of the last. As a desk of many hands would tap: a single device is cut as a flood. */
    private long tapMany(int from, int count) throws Exception {
        var answers = new ArrayList<CompletionStage<LiveAnswer>>();
        LiveAnswer last = new LiveAnswer.Done();
        for (int i = from; i < from + count; i++) {
            answers.add(house.plane.control(
                    House.CLASS,
                    new LiveCommand.Tap("t-" + i, CueVerb.SAY, "Go " + i, Tone.GO, Duration.ofSeconds(4))));
            if (answers.size() == TOGETHER || i == from + count - 1) {
                for (var answer : answers) {
                    last = done(answer);
                }
                answers.clear();
            }
        }
        assertThat(last).isInstanceOf(LiveAnswer.Issued.class);
        return ((LiveAnswer.Issued) last).offset();
    }

    private void control(LiveCommand command) throws Exception {
        assertThat(done(house.plane.control(House.CLASS, command))).isInstanceOf(LiveAnswer.Issued.class);
    }

    private static LiveAnswer done(CompletionStage<LiveAnswer> asked) throws Exception {
        return asked.toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
