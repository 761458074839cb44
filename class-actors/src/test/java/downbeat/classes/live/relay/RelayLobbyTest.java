package downbeat.classes.live.relay;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.FishingOutcomes;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.javadsl.Behaviors;
import downbeat.classes.live.clock.ClassClock;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.log.ClassState;
import downbeat.classes.live.log.GenStart;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Role;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.PopId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who is attached when many come at once. */
class RelayLobbyTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final ClassId CLASS = new ClassId("c-1");

    private final ActorTestKit kit = ActorTestKit.create();
    private final TestProbe<SequencerMessage> sequencer = kit.createTestProbe();
    private final TestProbe<Told> told = kit.createTestProbe();
    private final ActorRef<RelayMessage> relay = slowRelay();

    private record Told(String device, ConnectionMessage message) {
        boolean attached() {
            return message instanceof ConnectionMessage.Attached;
        }
    }

    /** Lets in one party a second, after the first. */
    private ActorRef<RelayMessage> slowRelay() {
        var started = kit.spawn(Relay.create(new PopId("local"), sequencer.ref(), Ticker.system(), Around.letting(1)));
        started.tell(new RelayMessage.Welcome(
                "e1",
                List.of(new GenStart(1, 0)),
                0,
                true,
                List.of(),
                plan(),
                ClassState.OPENED,
                List.of(),
                List.of(),
                null,
                List.of()));
        var clock = ClassClock.open(Ticker.system());
        started.tell(
                new RelayMessage.Time(Ticker.system().nanos(), clock.now(), clock.mark(), new Position("e1", 1, 0)));
        return started;
    }

    private static CuePlan plan() {
        var ride = new Segment(
                0,
                SegmentKind.FREE,
                Duration.ZERO,
                Duration.ofMinutes(5),
                Optional.empty(),
                OptionalInt.empty(),
                "Ride");
        return CuePlan.of("Short", "", List.of(ride), List.of());
    }

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    private ActorRef<ConnectionMessage> comes(String member, String device) {
        return comes(member, device, Role.MEMBER, null);
    }

    private ActorRef<ConnectionMessage> comes(String member, String device, Role role, @Nullable Position resume) {
        var name = member + "/" + device;
        var socket = kit.spawn(Behaviors.<ConnectionMessage>receiveMessage(message -> {
            told.ref().tell(new Told(name, message));
            return Behaviors.same();
        }));
        var joiner = new Joiner(CLASS, new ParticipantId(member), member, role);
        relay.tell(new RelayMessage.Attach(joiner, device, resume, false, List.of(), socket));
        return socket;
    }

    private List<Told> until(Predicate<Told> last) {
        return told.fishForMessage(
                SOON, one -> last.test(one) ? FishingOutcomes.complete() : FishingOutcomes.continueAndCollect());
    }

    /** Who is attached next. */
    private String nextIn() {
        return until(Told::attached).getLast().device();
    }

    private static boolean isPlace(Told one) {
        return one.message() instanceof ConnectionMessage.Latest(Channel channel, String frame)
                && channel == Channel.QUEUE;
    }

    private static String frame(Told one) {
        return one.message() instanceof ConnectionMessage.Latest(Channel channel, String frame) ? frame : "";
    }

    @Test
    void members_go_in_one_after_the_other_and_know_their_place() {
        comes("mia", "phone");
        comes("noah", "phone");
        comes("kim", "phone");
        assertThat(nextIn()).isEqualTo("mia/phone");
        var heard = new ArrayList<>(until(Told::attached));
        assertThat(heard.getLast().device()).isEqualTo("noah/phone");
        heard.addAll(until(Told::attached));
        assertThat(heard.getLast().device()).isEqualTo("kim/phone");

        var kim = heard.stream().filter(one -> one.device().equals("kim/phone")).toList();
        assertThat(kim.getFirst().message()).isInstanceOf(ConnectionMessage.Queued.class);
        assertThat(frame(kim.get(1))).contains("\"ch\":\"plan\"");
        assertThat(frame(kim.get(2))).contains("\"position\":2,\"of\":2,\"etaMs\":");
        assertThat(kim).filteredOn(RelayLobbyTest::isPlace).hasSizeBetween(4, 10);
        assertThat(frame(kim.get(kim.size() - 2))).contains("\"position\":1,\"of\":1");
    }

    @Test
    void trainers_and_who_was_in_before_do_not_wait() {
        comes("mia", "phone");
        assertThat(nextIn()).isEqualTo("mia/phone");
        comes("noah", "phone");
        comes("mia", "tv");
        assertThat(nextIn()).as("a second device of somebody who is in").isEqualTo("mia/tv");
        comes("coach", "desk", Role.TRAINER, null);
        assertThat(nextIn()).isEqualTo("coach/desk");
        comes("kim", "phone", Role.MEMBER, new Position("made-up", 1, 0));
        comes("lou", "phone", Role.MEMBER, new Position("e1", 1, 0));
        assertThat(nextIn()).as("a position of this class").isEqualTo("lou/phone");
        assertThat(nextIn()).isEqualTo("noah/phone");
        assertThat(nextIn()).as("a position of no class").isEqualTo("kim/phone");
    }

    @Test
    void a_second_device_goes_in_with_the_first() {
        comes("mia", "phone");
        comes("noah", "phone");
        comes("kim", "phone");
        comes("noah", "tv");
        assertThat(nextIn()).isEqualTo("mia/phone");
        assertThat(List.of(nextIn(), nextIn()))
                .as("each hears of it by its own socket, in no order between the two")
                .containsExactlyInAnyOrder("noah/phone", "noah/tv");
        assertThat(nextIn()).isEqualTo("kim/phone");
    }

    @Test
    void a_lost_link_keeps_the_place_and_leaving_frees_it() {
        comes("mia", "phone");
        assertThat(nextIn()).isEqualTo("mia/phone");
        var noah = comes("noah", "phone");
        var kim = comes("kim", "phone");
        comes("lou", "phone");
        relay.tell(new RelayMessage.GiveUp(kim));
        relay.tell(new RelayMessage.Detach(noah, List.of(), null));
        comes("noah", "phone");
        assertThat(List.of(nextIn(), nextIn())).containsExactly("noah/phone", "lou/phone");
        relay.tell(new RelayMessage.Detach(kim, List.of(), null));
        comes("kim", "phone");
        assertThat(nextIn()).isEqualTo("kim/phone");
    }

    @Test
    void the_newer_socket_of_a_device_stands_in_its_place() {
        comes("mia", "phone");
        comes("noah", "phone");
        comes("kim", "phone");
        comes("noah", "phone");
        var heard = until(one -> one.attached() && one.device().equals("noah/phone"));
        assertThat(heard)
                .extracting(Told::message)
                .contains(new ConnectionMessage.Bye(1000, "this device has connected again"));
        assertThat(nextIn()).isEqualTo("kim/phone");
    }

    @Test
    void a_class_that_is_over_sends_home_who_waits() {
        comes("mia", "phone");
        comes("noah", "phone");
        until(RelayLobbyTest::isPlace);
        relay.tell(new RelayMessage.Over());
        var last = until(one -> one.message() instanceof ConnectionMessage.Rejected)
                .getLast();
        assertThat(last)
                .isEqualTo(new Told(
                        "noah/phone",
                        new ConnectionMessage.Rejected("wrong-phase", "this class is not running", 3010)));
    }
}
