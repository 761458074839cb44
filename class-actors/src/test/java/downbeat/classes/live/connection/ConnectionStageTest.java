package downbeat.classes.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import akka.NotUsed;
import akka.actor.CoordinatedShutdown;
import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.FishingOutcomes;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.http.javadsl.model.ws.BinaryMessage;
import akka.http.javadsl.model.ws.Message;
import akka.http.javadsl.model.ws.TextMessage;
import akka.stream.javadsl.Flow;
import akka.stream.javadsl.Keep;
import akka.stream.javadsl.Source;
import akka.stream.testkit.TestPublisher;
import akka.stream.testkit.TestSubscriber;
import akka.stream.testkit.javadsl.TestSink;
import akka.stream.testkit.javadsl.TestSource;
import akka.util.ByteString;
import downbeat.classes.live.clock.ClassClock;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.log.CueKind;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.ConnectionMessage.CueFrame;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Role;
import downbeat.classes.live.meter.DoorMeters;
import downbeat.classes.live.quality.Rung;
import downbeat.classes.live.socket.SocketClosed;
import downbeat.kernel.ClassId;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import scala.PartialFunction;
import scala.jdk.javaapi.DurationConverters;

class ConnectionStageTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CONNECT = "{\"id\":1,\"connect\":{\"token\":\"t\",\"device\":\"d\"}}";
    private static final ClockMark HERE = ClassClock.open(Ticker.system()).mark();
    private static final ClockMark ELSEWHERE = new ClockMark("elsewhere", 0, 0, ClassTime.ZERO);

    private final ActorTestKit kit = ActorTestKit.create();
    private final TestProbe<RelayMessage> relay = kit.createTestProbe();
    private final TestPublisher.Probe<Message> device;
    private final TestSubscriber.Probe<Message> screen;

    ConnectionStageTest() {
        var ends = TestSource.<Message>create(kit.system())
                .via(socket())
                .toMat(TestSink.create(kit.system()), Keep.both())
                .run(kit.system());
        device = ends.first();
        screen = ends.second();
        screen.request(1000);
    }

    private Flow<Message, Message, NotUsed> socket() {
        return Connections.socket(
                token -> CompletableFuture.completedFuture(
                        token.equals("t")
                                ? Outcome.accepted(
                                        new Joiner(new ClassId("c1"), new ParticipantId("p1"), "Mia", Role.MEMBER))
                                : Outcome.refused(new BadCommand("expired", "the token has expired", null))),
                CommandListener.NONE,
                classId -> relay.ref(),
                Ticker.system(),
                new DoorMeters(new SimpleMeterRegistry()));
    }

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    private void says(String text) {
        device.sendNext(TextMessage.create(text));
    }

    private String hears() {
        return heardBy(screen);
    }

    private static String heardBy(TestSubscriber.Probe<Message> screen) {
        return screen.expectNext(DurationConverters.toScala(SOON))
                .asTextMessage()
                .getStrictText();
    }

    private <M extends RelayMessage> M told(Class<M> type) {
        var fished = relay.fishForMessage(
                SOON,
                message -> type.isInstance(message) ? FishingOutcomes.complete() : FishingOutcomes.continueAndIgnore());
        return type.cast(fished.getLast());
    }

    private RelayMessage.Attach attach() {
        says(CONNECT);
        return told(RelayMessage.Attach.class);
    }

    private static ConnectionMessage.Attached attached(long offset, ClockMark mark, CueFrame... replay) {
        return new ConnectionMessage.Attached(
                "{\"gen\":1}", new Position("e", 1, offset), List.of(replay), List.of(), mark, 0.5);
    }

    private static CueFrame cue(long gen, long offset) {
        return new CueFrame("e", gen, offset, CueKind.LIVE, null, ClassTime.ZERO, "cue " + offset, false);
    }

    private ActorRef<ConnectionMessage> connected() {
        var socket = attach().socket();
        socket.tell(attached(0, HERE));
        assertThat(hears()).startsWith("{\"id\":1,\"connect\":{\"gen\":1,\"t\":");
        return socket;
    }

    private void ends(int code) {
        endsWith(code, screen);
    }

    private static void endsWith(int code, TestSubscriber.Probe<Message> screen) {
        var signal = screen.expectEventWithTimeoutPF(
                DurationConverters.toScala(SOON), PartialFunction.fromFunction(event -> event));
        assertThat(signal)
                .isInstanceOfSatisfying(
                        TestSubscriber.OnError.class,
                        failed -> assertThat(failed.cause())
                                .isInstanceOfSatisfying(
                                        SocketClosed.class,
                                        closed -> assertThat(closed.code()).isEqualTo(code)));
    }

    @Test
    void a_device_connects_gets_its_replay_and_then_what_is_live() {
        var socket = attach().socket();
        socket.tell(attached(4, HERE, cue(1, 5), cue(1, 6)));
        socket.tell(cue(1, 7));

        assertThat(hears()).contains("\"connect\"").contains("\"err\":0.52");
        assertThat(List.of(hears(), hears(), hears())).containsExactly("cue 5", "cue 6", "cue 7");
    }

    @Test
    void a_relay_that_does_not_answer_is_asked_again() {
        attach();
        told(RelayMessage.Attach.class).socket().tell(attached(0, HERE));

        assertThat(hears()).contains("\"connect\"");
    }

    @Test
    void a_pin_is_said_again_when_the_relay_is_another() {
        var socket = connected();
        says("{\"id\":2,\"pin\":{\"rung\":\"AUDIO_FIRST\"}}");
        assertThat(told(RelayMessage.Pin.class)).isEqualTo(new RelayMessage.Pin(socket, 2L, Rung.AUDIO_FIRST));
        socket.tell(new ConnectionMessage.Unknown());
        told(RelayMessage.Attach.class);
        socket.tell(attached(0, HERE));
        assertThat(told(RelayMessage.Pin.class)).isEqualTo(new RelayMessage.Pin(socket, null, Rung.AUDIO_FIRST));
    }

    @Test
    void a_device_that_speaks_of_its_link_fifty_times_in_a_moment_is_heard_at_once_and_then_twice_a_second() {
        var socket = connected();
        for (var i = 0; i < 50; i++) {
            says("{\"stats\":{\"loss\":0.12}}");
        }
        says("{\"hand\":{\"up\":true}}");
        var before = relay.fishForMessage(
                SOON,
                message -> message instanceof RelayMessage.Command
                        ? FishingOutcomes.complete()
                        : FishingOutcomes.continueAndCollect());
        assertThat(before)
                .filteredOn(message -> message instanceof RelayMessage.Alive alive
                        && alive.socket().equals(socket)
                        && alive.vitals().stats() != null)
                .hasSizeBetween(1, 3);
    }

    @Test
    void a_wrong_token_closes_with_3001() {
        says(CONNECT.replace("\"t\"", "\"x\""));

        assertThat(hears())
                .isEqualTo(
                        "{\"id\":1,\"error\":{\"code\":\"bad-field\",\"detail\":\"the token has expired\",\"field\":\"token\"}}");
        ends(3001);
    }

    @Test
    void without_connect_the_socket_closes_with_3000() {
        ends(3000);
    }

    @Test
    void binary_closes_with_3000() {
        device.sendNext(BinaryMessage.create(ByteString.fromString("x")));
        ends(3000);
    }

    @Test
    void twenty_bad_frames_close_with_3000() {
        for (var i = 0; i < 20; i++) {
            says("nonsense");
        }
        for (var i = 0; i < 20; i++) {
            assertThat(hears()).contains("bad-json");
        }
        ends(3000);
    }

    @Test
    void a_flood_closes_with_3009() {
        var attached = new CompletableFuture<Source<Message, NotUsed>>();
        var flooded = Source.<Message>single(TextMessage.create(CONNECT))
                .concat(Source.completionStageSource(attached))
                .via(socket())
                .toMat(TestSink.create(kit.system()), Keep.right())
                .run(kit.system());
        flooded.request(1000);
        told(RelayMessage.Attach.class).socket().tell(attached(0, HERE));
        assertThat(heardBy(flooded)).contains("\"connect\"");
        attached.complete(Source.repeat(TextMessage.create("{\"ack\":{\"cues\":[]}}")));

        endsWith(3009, flooded);
    }

    @Test
    void text_in_parts_is_put_together_up_to_64_KiB() {
        device.sendNext(TextMessage.create(Source.from(List.of(CONNECT.substring(0, 20), CONNECT.substring(20)))));
        told(RelayMessage.Attach.class).socket().tell(attached(0, HERE));
        assertThat(hears()).contains("\"connect\"");

        device.sendNext(TextMessage.create(Source.repeat("x".repeat(1000))));
        ends(1009);
    }

    @Test
    void a_command_goes_to_the_relay_and_its_reply_to_the_device() {
        var socket = connected();
        says("{\"id\":7,\"hand\":{\"up\":true}}");
        var command = told(RelayMessage.Command.class);
        assertThat(command.command()).isEqualTo(new LiveCommand.Hand(true));
        socket.tell(new ConnectionMessage.Reply(command.id(), "hand", "{\"up\":true,\"place\":2}"));

        assertThat(hears()).isEqualTo("{\"id\":7,\"hand\":{\"up\":true,\"place\":2}}");
    }

    @Test
    void a_member_may_not_lead() {
        connected();
        says("{\"id\":7,\"start\":{}}");

        assertThat(hears()).contains("\"id\":7").contains("not-allowed");
    }

    @Test
    void nothing_is_said_before_connect() {
        says("{\"id\":7,\"clock\":{\"t0\":1}}");

        assertThat(hears()).contains("\"id\":7").contains("not-connected");
    }

    @Test
    void a_clock_probe_is_answered_with_class_time() {
        connected();
        says("{\"id\":2,\"clock\":{\"t0\":1234.5}}");

        assertThat(hears())
                .startsWith("{\"id\":2,\"clock\":{\"t0\":1234.5,\"t\":")
                .endsWith(",\"err\":0.52}}");
    }

    @Test
    void from_another_machine_the_clock_is_learnt_by_probes() {
        var socket = attach().socket();
        socket.tell(attached(0, ELSEWHERE));
        assertThat(hears()).contains("\"t\":null");
        says("{\"id\":2,\"clock\":{\"t0\":1}}");
        assertThat(hears()).contains("unavailable");

        var asked = told(RelayMessage.AskTime.class);
        socket.tell(new ConnectionMessage.Time(asked.nanos(), ClassTime.ofMillis(5000), 1, ELSEWHERE));
        says("{\"id\":3,\"clock\":{\"t0\":1}}");
        assertThat(hears()).startsWith("{\"id\":3,\"clock\":{\"t0\":1,\"t\":");
    }

    @Test
    void who_waits_for_a_turn_prepares_and_is_then_let_in() {
        var socket = attach().socket();
        socket.tell(new ConnectionMessage.Queued(HERE, 0.5));
        socket.tell(new ConnectionMessage.Latest(Channel.QUEUE, "place 2"));
        assertThat(hears()).isEqualTo("place 2");
        says("{\"id\":2,\"clock\":{\"t0\":1}}");
        assertThat(hears()).startsWith("{\"id\":2,\"clock\":{\"t0\":1,\"t\":");
        says("{\"id\":3,\"hand\":{\"up\":true}}");
        assertThat(hears()).contains("\"id\":3").contains("not-connected");

        socket.tell(attached(0, HERE));
        assertThat(hears()).startsWith("{\"id\":1,\"connect\":");
    }

    @Test
    void who_leaves_while_waiting_gives_up_the_place() {
        var socket = attach().socket();
        socket.tell(new ConnectionMessage.Queued(HERE, 0.5));
        socket.tell(new ConnectionMessage.Latest(Channel.QUEUE, "place 2"));
        assertThat(hears()).isEqualTo("place 2");
        says("{\"id\":2,\"leave\":{}}");

        assertThat(told(RelayMessage.GiveUp.class).socket()).isEqualTo(socket);
        assertThat(hears()).isEqualTo("{\"id\":2,\"leave\":{}}");
        ends(1000);
    }

    @Test
    void duplicates_are_dropped_and_a_gap_is_asked_for() {
        var socket = connected();
        socket.tell(cue(1, 1));
        socket.tell(cue(1, 1));
        socket.tell(cue(1, 3));
        assertThat(hears()).isEqualTo("cue 1");

        var again = told(RelayMessage.Attach.class);
        assertThat(again.again()).isTrue();
        assertThat(again.resume()).isEqualTo(new Position("e", 1, 1));
        socket.tell(attached(1, HERE, cue(1, 2), cue(1, 3)));
        assertThat(List.of(hears(), hears())).containsExactly("cue 2", "cue 3");
    }

    @Test
    void a_relay_that_forgot_the_device_is_told_where_it_stands() {
        var socket = connected();
        socket.tell(cue(1, 1));
        socket.tell(new ConnectionMessage.Unknown());

        var again = told(RelayMessage.Attach.class);
        assertThat(again.again()).isTrue();
        assertThat(again.unacked()).containsExactly(1L);
    }

    @Test
    void a_silent_relay_is_asked_again() {
        connected();

        assertThat(told(RelayMessage.Attach.class).again()).isTrue();
    }

    @Test
    void a_writer_that_lacks_what_the_device_holds_sends_it_back() {
        var socket = connected();
        socket.tell(cue(1, 1));
        assertThat(hears()).isEqualTo("cue 1");
        socket.tell(new ConnectionMessage.Moved(2, 1));
        socket.tell(cue(2, 2));
        assertThat(hears()).isEqualTo("cue 2");
        socket.tell(new ConnectionMessage.Moved(3, 1));

        ends(3003);
    }

    @Test
    void acks_reach_the_relay_with_the_sign_of_life() {
        var socket = connected();
        socket.tell(cue(1, 1));
        assertThat(hears()).isEqualTo("cue 1");
        says("{\"ack\":{\"bound\":0.7,\"cues\":[{\"o\":1,\"held\":0,\"ct\":50,\"how\":\"ONTIME\"}]}}");

        long acked = 0;
        while (acked == 0) {
            acked = told(RelayMessage.Alive.class).batch().acked();
        }
        assertThat(acked).isEqualTo(1);
    }

    @Test
    void a_reading_goes_on_at_once_and_of_many_the_newest_with_the_sign_of_life() {
        connected();
        says("{\"bio\":{\"hr\":140}}");
        assertThat(told(RelayMessage.Sensed.class).reading().heartRate()).isEqualTo(140);

        says("{\"bio\":{\"hr\":141}}");
        says("{\"bio\":{\"hr\":142}}");
        var heard = new ArrayList<Integer>();
        while (heard.isEmpty() || heard.getLast() != 142) {
            var next = relay.receiveMessage(SOON);
            if (next instanceof RelayMessage.Sensed(var from, var reading)) {
                heard.add(Objects.requireNonNull(reading.heartRate()));
            } else if (next instanceof RelayMessage.Alive alive
                    && alive.vitals().reading() != null) {
                heard.add(Objects.requireNonNull(alive.vitals().reading().heartRate()));
            }
        }
        assertThat(heard).as("141 was overtaken").containsExactly(142);
    }

    @Test
    void a_device_that_leaves_is_detached_with_what_it_did_not_ack() {
        var socket = connected();
        socket.tell(cue(1, 1));
        assertThat(hears()).isEqualTo("cue 1");
        device.sendComplete();

        assertThat(told(RelayMessage.Detach.class).unacked()).containsExactly(1L);
    }

    @Test
    void a_device_that_leaves_on_purpose_says_goodbye_to_its_relay() {
        connected();
        says("{\"id\":2,\"leave\":{}}");

        told(RelayMessage.GiveUp.class);
        assertThat(hears()).isEqualTo("{\"id\":2,\"leave\":{}}");
        ends(1000);
    }

    @Test
    void a_refusal_to_attach_is_an_error_and_a_code() {
        attach().socket().tell(new ConnectionMessage.Rejected("wrong-phase", "the class has ended", 3010));

        assertThat(hears()).contains("wrong-phase");
        ends(3010);
    }

    @Test
    void a_node_that_goes_away_says_so() {
        connected();
        CoordinatedShutdown.get(kit.system()).runAll(CoordinatedShutdown.unknownReason());

        ends(3003);
    }
}
