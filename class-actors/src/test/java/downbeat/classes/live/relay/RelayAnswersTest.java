package downbeat.classes.live.relay;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.FishingOutcomes;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import downbeat.classes.live.clock.ClassClock;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.log.ClassState;
import downbeat.classes.live.log.GenStart;
import downbeat.classes.live.log.OpenAsk;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.message.AskTally;
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
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A question that a member has answered on one device is not asked on the others any more. */
class RelayAnswersTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Segment RIDE = new Segment(
            0, SegmentKind.FREE, Duration.ZERO, Duration.ofMinutes(5), Optional.empty(), OptionalInt.empty(), "Ride");

    private final ActorTestKit kit = ActorTestKit.create();
    private final TestProbe<SequencerMessage> sequencer = kit.createTestProbe();
    private final ActorRef<RelayMessage> relay =
            kit.spawn(Relay.create(new PopId("local"), sequencer.ref(), Ticker.system(), Around.letting(200)));

    @BeforeEach
    void open() {
        relay.tell(new RelayMessage.Welcome(
                "e1",
                List.of(new GenStart(1, 0)),
                0,
                true,
                List.of(),
                CuePlan.of("Short", "", List.of(RIDE), List.of()),
                ClassState.OPENED,
                List.of(),
                List.of(),
                null,
                List.of()));
        var clock = ClassClock.open(Ticker.system());
        relay.tell(new RelayMessage.Time(Ticker.system().nanos(), clock.now(), clock.mark(), new Position("e1", 1, 0)));
    }

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    private TestProbe<ConnectionMessage> comes(String member, String device) {
        var socket = kit.<ConnectionMessage>createTestProbe();
        var joiner = new Joiner(new ClassId("c-1"), new ParticipantId(member), member, Role.MEMBER);
        relay.tell(new RelayMessage.Attach(joiner, device, null, false, List.of(), socket.ref()));
        return socket;
    }

    private static RelayMessage.Asked answered(String ask, String... members) {
        var answers = Stream.of(members)
                .map(member -> new AskTally.Answer(new ParticipantId(member), null))
                .toList();
        return new RelayMessage.Asked(
                new AskTally(new OpenAsk(ask, "Ready?", AnswerKind.READY), 2, answers, List.of()));
    }

    /** What the socket is told of answers until a hand that is raised last. */
    private List<String> told(TestProbe<ConnectionMessage> socket) {
        relay.tell(new RelayMessage.Hands(List.of()));
        return socket
                .fishForMessage(
                        SOON,
                        message -> message instanceof ConnectionMessage.Latest(var channel, var frame)
                                ? channel == Channel.HANDS
                                        ? FishingOutcomes.complete()
                                        : channel == Channel.ANSWERED
                                                ? FishingOutcomes.continueAndCollect()
                                                : FishingOutcomes.continueAndIgnore()
                                : FishingOutcomes.continueAndIgnore())
                .stream()
                .map(message -> ((ConnectionMessage.Latest) message).frame())
                .filter(frame -> frame.contains("answered"))
                .toList();
    }

    private static String frame(String ask) {
        return "{\"push\":{\"ch\":\"answered\",\"answered\":{\"cueId\":\"" + ask + "\"}}}";
    }

    @Test
    void every_device_of_the_member_is_told_once_and_nobody_elses() {
        var phone = comes("mia", "phone");
        var tv = comes("mia", "tv");
        var noahs = comes("noah", "phone");
        relay.tell(answered("a-1"));
        relay.tell(answered("a-1", "mia"));
        relay.tell(answered("a-1", "mia"));
        assertThat(told(phone)).containsExactly(frame("a-1"));
        assertThat(told(tv)).containsExactly(frame("a-1"));
        assertThat(told(noahs)).isEmpty();
    }

    @Test
    void a_device_that_comes_later_is_told_too_until_something_else_is_asked() {
        relay.tell(answered("a-1", "mia"));
        assertThat(told(comes("mia", "phone"))).containsExactly(frame("a-1"));
        relay.tell(answered("a-2"));
        assertThat(told(comes("mia", "tv"))).isEmpty();
        relay.tell(new RelayMessage.Asked(null));
        assertThat(told(comes("mia", "watch"))).isEmpty();
    }
}
