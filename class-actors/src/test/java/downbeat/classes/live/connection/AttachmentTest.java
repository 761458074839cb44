package downbeat.classes.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Role;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** How long a device is patient with its relay. */
class AttachmentTest {
    private static final ActorTestKit KIT = ActorTestKit.create();

    private final TestProbe<RelayMessage> relay = KIT.createTestProbe();
    private final Attachment tie = new Attachment(
            new Joiner(new ClassId("c-1"), new ParticipantId("mia"), "Mia", Role.MEMBER),
            new Frame.Connect(1L, "t", "d-1", null),
            relay.ref(),
            KIT.<ConnectionMessage>createTestProbe().ref());

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private boolean tick(int second) {
        return tie.tick(seconds(second), List::of);
    }

    private void asked(int times) {
        for (var n = 0; n < times; n++) {
            assertThat(relay.receiveMessage()).isInstanceOf(RelayMessage.Attach.class);
        }
        relay.expectNoMessage(Duration.ofMillis(50));
    }

    @Test
    void a_relay_that_says_nothing_is_given_up() {
        tie.ask(0, List.of());
        assertThat(tick(9)).isTrue();
        assertThat(tick(10)).isFalse();
        asked(3);
    }

    @Test
    void who_waits_for_a_turn_is_patient_as_long_as_the_relay_speaks() {
        tie.ask(0, List.of());
        tie.queued(seconds(1));
        for (var second = 1; second <= 60; second++) {
            tie.heard(seconds(second));
            assertThat(tick(second)).isTrue();
        }
        assertThat(tie.queued()).isTrue();
        asked(1);
    }

    @Test
    void a_relay_that_falls_silent_is_asked_again_and_then_given_up() {
        tie.ask(0, List.of());
        tie.queued(seconds(1));
        tie.heard(seconds(20));
        assertThat(tick(25)).isTrue();
        asked(1);
        assertThat(tick(26)).isTrue();
        asked(1);
        assertThat(tie.queued()).isFalse();
        assertThat(tick(35)).isTrue();
        assertThat(tick(36)).isFalse();
    }
}
