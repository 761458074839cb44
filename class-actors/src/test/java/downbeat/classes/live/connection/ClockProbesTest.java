package downbeat.classes.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.clock.RemoteClock;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Role;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** When a socket asks its relay for class time. */
class ClockProbesTest {
    private static final ActorTestKit KIT = ActorTestKit.create();

    private final Ticker ticker = Ticker.system();
    private final RemoteClock clock = new RemoteClock(ticker);
    private final ClockProbes probes = new ClockProbes(ticker, clock);
    private final TestProbe<RelayMessage> relay = KIT.createTestProbe();
    private final TestProbe<ConnectionMessage> socket = KIT.createTestProbe();
    private final Attachment tie = new Attachment(
            new Joiner(new ClassId("c-1"), new ParticipantId("mia"), "Mia", Role.MEMBER),
            new Frame.Connect(1L, "t", "d-1", null),
            relay.ref(),
            socket.ref());

    @AfterAll
    static void stop() {
        KIT.shutdownTestKit();
    }

    private void asked(int times) {
        for (var n = 0; n < times; n++) {
            assertThat(relay.expectMessageClass(RelayMessage.AskTime.class).socket())
                    .isEqualTo(socket.ref());
        }
        relay.expectNoMessage(Duration.ofMillis(50));
    }

    private List<Boolean> ticks(int seconds) {
        var due = new ArrayList<Boolean>();
        for (var second = 0; second < seconds; second++) {
            probes.tick();
            due.add(probes.atTick());
        }
        return due;
    }

    @Test
    void sixteen_are_sent_at_once_and_then_one_every_other_second() {
        assertThat(ticks(2)).containsOnly(false);
        for (var n = 0; n < 16; n++) {
            assertThat(probes.over()).isFalse();
            probes.probe(tie, socket.ref());
        }
        assertThat(probes.over()).isTrue();
        asked(16);
        assertThat(ticks(4)).containsExactly(false, true, false, true);
    }

    @Test
    void a_relay_on_the_same_machine_is_never_asked() {
        clock.adopt(new ClockMark(ticker.boot(), ticker.nanos(), ticker.wallMillis(), ClassTime.ofMillis(1)), 0);
        assertThat(probes.needed()).isFalse();
        probes.probe(tie, socket.ref());
        asked(0);
    }

    @Test
    void nobody_is_asked_before_there_is_a_relay() {
        assertThat(probes.needed()).isTrue();
        probes.probe(null, socket.ref());
        asked(0);
    }
}
