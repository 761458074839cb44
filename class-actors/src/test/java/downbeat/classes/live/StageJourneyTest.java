package downbeat.classes.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.classes.live.message.RoomNow;
import downbeat.kernel.ParticipantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The screen in the room and the people who look at it, over real sockets. */
class StageJourneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int TAPS = 300;
    private static final Duration BETWEEN_TAPS = Duration.ofMillis(15);

    private final House house;
    private final Phone trainer;

    StageJourneyTest(@TempDir Path data) throws Exception {
        house = new House(data);
        house.open(House.ride());
        trainer = new Phone(house.port());
        trainer.connect("TRAINER.coach", "d0", null);
    }

    @AfterEach
    void stop() {
        house.close();
    }

    private Phone joined(String token) {
        var phone = new Phone(house.port());
        assertThat(phone.connect(token, "d1", null).has("connect")).isTrue();
        return phone;
    }

    @Test
    void a_screen_sees_the_class_and_counts_nowhere_and_when_it_hangs_nobody_waits_for_it() throws Exception {
        var screen = new Phone(house.port());
        var told = screen.connect("SCREEN.hall", "beamer", null).path("connect");
        assertThat(told.path("plan").path("segments")).isNotEmpty();
        assertThat(told.at("/me/role").asText()).isEqualTo("SCREEN");
        assertThat(screen.ask("hand", "{\"up\":true}").at("/error/code").asText())
                .isEqualTo("not-allowed");
        var mia = joined("MEMBER.mia");
        mia.ask("share", "{\"hr\":true}");
        mia.tell("bio", "{\"hr\":160}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(screen.newest("bio").at("/board/0/hr").asInt())
                                .as("the leaderboard without a burst")
                                .isEqualTo(160));
        assertThat(mia.heard("bio")).isEmpty();
        tap(0);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(screen.offsets()).containsExactly(1L));

        screen.stall();
        for (int tap = 1; tap < TAPS; tap++) {
            tap(tap);
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mia.offsets())
                        .isEqualTo(LongStream.rangeClosed(1, TAPS).boxed().toList()));
        await().atMost(PATIENCE).untilAsserted(() -> {
            var cue = house.gauge().path("cue");
            assertThat(cue.path("sent").asLong()).isEqualTo(TAPS);
            assertThat(cue.path("acked").asLong()).isEqualTo(TAPS);
        });
        assertThat(house.gauge().at("/join/joined").asInt()).isEqualTo(1);
        assertThat(house.card().roster())
                .extracting(row -> row.member().value())
                .containsExactly("mia");
    }

    @Test
    void who_is_in_the_room_is_in_the_roster_once_with_and_without_a_phone() {
        var mia = joined("MEMBER.mia");
        house.room = new RoomNow(List.of(person("mia"), person("ben")), 2);
        house.plane.roomChanged(House.CLASS);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(row("mia").toString()).contains("\"devices\":1,\"here\":true,\"room\":true");
            assertThat(row("ben").toString()).contains("\"devices\":0,\"here\":false,\"room\":true");
            assertThat(trainer.newest("roster").path("unnamed").asInt()).isEqualTo(2);
            assertThat(trainer.newest("roster").path("count").asInt()).isEqualTo(2);
        });
        trainer.ask("ask", "{\"cueId\":\"a-1\",\"question\":\"Ready?\",\"answer\":\"READY\"}");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(trainer.newest("asks").path("of").asInt())
                                .as("who has no device cannot confirm")
                                .isEqualTo(1));

        var late = new Phone(house.port());
        var roster = late.connect("SCREEN.hall", "beamer", null).at("/connect/roster");
        assertThat(roster.path("members")).hasSize(2);
        assertThat(roster.path("unnamed").asInt()).isEqualTo(2);

        house.room = new RoomNow(List.of(person("mia")), 0);
        house.plane.roomChanged(House.CLASS);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row("ben").toString()).contains("\"here\":false,\"room\":false"));
        mia.ask("leave", "{}");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(row("mia").toString()).contains("\"here\":false,\"room\":true"));
    }

    private static RoomNow.Person person(String name) {
        return new RoomNow.Person(new ParticipantId(name), name);
    }

    /** The newest that the trainer was told of a member. */
    private JsonNode row(String member) {
        var rows = trainer.heard("roster").stream()
                .flatMap(push -> StreamSupport.stream(push.path("members").spliterator(), false))
                .filter(row -> row.path("member").asText().equals(member))
                .toList();
        assertThat(rows).as("rows of " + member).isNotEmpty();
        return rows.getLast();
    }

    /** A tap and its acknowledgement are two frames, and a device that says more than a hundred a second is cut off. */
    private void tap(int number) throws InterruptedException {
        Thread.sleep(BETWEEN_TAPS);
        var text = "Up and over. ".repeat(20);
        var reply = trainer.ask("cue", "{\"cueId\":\"t-" + number + "\",\"verb\":\"SAY\",\"text\":\"" + text + "\"}");
        assertThat(reply.has("cue")).as(reply.toString()).isTrue();
    }
}
