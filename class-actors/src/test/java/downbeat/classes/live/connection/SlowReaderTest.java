package downbeat.classes.live.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.FishingOutcomes;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.http.javadsl.Http;
import akka.http.javadsl.ServerBinding;
import akka.http.javadsl.model.AttributeKeys;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.log.CueKind;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.ConnectionMessage.CueFrame;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Role;
import downbeat.classes.live.meter.DoorMeters;
import downbeat.classes.live.socket.SocketDoor;
import downbeat.kernel.ClassId;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A real server, and a device that speaks raw TCP. */
class SlowReaderTest {
    private static final Duration SOON = Duration.ofSeconds(15);

    private final ActorTestKit kit = ActorTestKit.create();
    private final TestProbe<RelayMessage> relay = kit.createTestProbe();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final ServerBinding server = Http.get(kit.system())
            .newServerAt("127.0.0.1", 0)
            .bindSync(request -> SocketDoor.answer(
                    request.getAttribute(AttributeKeys.webSocketUpgrade).orElseThrow(),
                    Connections.socket(
                            token -> CompletableFuture.completedFuture(Outcome.accepted(
                                    new Joiner(new ClassId("c1"), new ParticipantId("p1"), "Mia", Role.MEMBER))),
                            CommandListener.NONE,
                            classId -> relay.ref(),
                            Ticker.system(),
                            new DoorMeters(metrics)),
                    "cue.v1"))
            .toCompletableFuture()
            .join();

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    private ActorRef<ConnectionMessage> attached(RawDevice device) throws Exception {
        device.send("{\"id\":1,\"connect\":{\"token\":\"t\",\"device\":\"d\"}}");
        var attach = relay.expectMessageClass(RelayMessage.Attach.class, SOON);
        var mark = new ClockMark("elsewhere", 0, 0, ClassTime.ZERO);
        attach.socket()
                .tell(new ConnectionMessage.Attached(
                        "{\"x\":1}", new Position("e", 1, 0), List.of(), List.of(), mark, 0));
        assertThat(device.readFrame()).contains("\"connect\":{\"x\":1,");
        return attach.socket();
    }

    private static CueFrame cue(long offset, int size) {
        return new CueFrame("e", 1, offset, CueKind.LIVE, null, ClassTime.ZERO, "\"" + "x".repeat(size) + "\"", false);
    }

    private RawDevice device() throws Exception {
        return RawDevice.open(server.localAddress().getPort());
    }

    @Test
    void the_close_code_is_really_on_the_wire() throws Exception {
        try (var device = device()) {
            attached(device).tell(new ConnectionMessage.Bye(3010, "the class has ended"));

            assertThat(device.readFrame()).isEqualTo("close 3010 the class has ended");
        }
    }

    @Test
    void a_reply_still_arrives_before_the_close() throws Exception {
        try (var device = device()) {
            attached(device);
            device.send("{\"id\":5,\"leave\":{}}");

            assertThat(device.readFrame()).isEqualTo("{\"id\":5,\"leave\":{}}");
            assertThat(device.readFrame()).isEqualTo("close 1000 left");
        }
    }

    @Test
    void a_device_that_never_reads_is_cut_and_costs_no_more_memory_than_its_lane() throws Exception {
        try (var device = device()) {
            var socket = attached(device);
            for (var offset = 1; offset <= 1000; offset++) {
                socket.tell(cue(offset, 16 * 1024));
            }

            relay.fishForMessage(
                    SOON,
                    message -> message instanceof RelayMessage.Detach
                            ? FishingOutcomes.complete()
                            : FishingOutcomes.continueAndIgnore());
            assertThat(metrics.counter("downbeat.slow.clients.cut").count()).isEqualTo(1);
            await().atMost(SOON)
                    .until(() -> metrics.get("downbeat.connections").gauge().value() == 0);
            await().atMost(SOON).until(device::isReset);
        }
    }
}
