package downbeat.classes.live.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.FishingOutcomes;
import akka.actor.testkit.typed.javadsl.LoggingTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import com.fasterxml.jackson.databind.JsonNode;
import downbeat.classes.live.clock.ClassClock;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.log.ClassState;
import downbeat.classes.live.log.Cues;
import downbeat.classes.live.log.GenStart;
import downbeat.classes.live.log.Position;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.RaisedHand;
import downbeat.classes.live.message.RelayMessage;
import downbeat.classes.live.message.Role;
import downbeat.classes.live.message.Row;
import downbeat.classes.live.message.SequencerMessage;
import downbeat.classes.live.message.Vitals;
import downbeat.classes.live.quality.LinkStats;
import downbeat.classes.live.quality.Rung;
import downbeat.classes.live.quality.Shedding;
import downbeat.classes.live.report.AckBatch;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.cluster.wire.Json;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.PopId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a relay gives and takes away by rungs, whatever it hears of a link. */
class RelayRungsTest {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final AckBatch NO_ACKS =
            new AckBatch(List.of(), List.of(), List.of(), 0, 0, 0, List.of(), 0, -1, -1, null);
    private static final Segment RIDE = new Segment(
            0, SegmentKind.FREE, Duration.ZERO, Duration.ofMinutes(10), Optional.empty(), OptionalInt.empty(), "Ride");
    private static final LinkStats BAD = new LinkStats(900, 200, 0.12, 0, 0, 0.1);

    private final ActorTestKit kit = ActorTestKit.create();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final TestProbe<SequencerMessage> sequencer = kit.createTestProbe();
    private final AtomicLong offset = new AtomicLong();
    private volatile double load;
    private final ActorRef<RelayMessage> relay = kit.spawn(Relay.create(
            new PopId("local"),
            sequencer.ref(),
            Ticker.system(),
            Around.in(metrics, new Shedding.Limits(true, Duration.ofSeconds(30), 0.9), () -> load, 200)));

    @AfterEach
    void stop() {
        kit.shutdownTestKit();
    }

    /** A device's socket as the relay sees it: everything it was told, in order. */
    private final class Socket {
        private final TestProbe<ConnectionMessage> probe = kit.createTestProbe();
        private final ConcurrentLinkedQueue<ConnectionMessage> told = new ConcurrentLinkedQueue<>();

        Socket(String member, Role role) {
            var joiner = new Joiner(new ClassId("c-1"), new ParticipantId(member), member, role);
            relay.tell(new RelayMessage.Attach(joiner, "d", null, false, List.of(), probe.ref()));
            until(message -> message instanceof ConnectionMessage.Attached);
        }

        void says(@Nullable LinkStats stats) {
            relay.tell(new RelayMessage.Alive(probe.ref(), NO_ACKS, new Vitals(null, stats)));
        }

        ConnectionMessage until(Predicate<ConnectionMessage> wanted) {
            var end = System.nanoTime() + SOON.toNanos();
            while (true) {
                var next = probe.receiveMessage(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
                told.add(next);
                if (wanted.test(next)) {
                    return next;
                }
            }
        }

        /** The next push of its rung. */
        JsonNode rung() {
            var push = (ConnectionMessage.Latest)
                    until(m -> m instanceof ConnectionMessage.Latest latest && latest.channel() == Channel.RUNG);
            return json(push.frame()).at("/push/rung");
        }

        /** Everything told until now: a cue is sent last and waited for. */
        List<ConnectionMessage> toldBeforeTheNextCue() {
            told.clear();
            var number = issue();
            until(m -> m instanceof ConnectionMessage.Cues cues
                    && cues.cues().getLast().offset() == number);
            return new ArrayList<>(told);
        }

        JsonNode reply() {
            var reply = (ConnectionMessage.Reply) until(m -> m instanceof ConnectionMessage.Reply);
            return json("{\"" + reply.verb() + "\":" + reply.body() + "}");
        }
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The class opens: the relay learns of it and of the time. */
    private void open() {
        var clock = ClassClock.open(Ticker.system());
        relay.tell(welcome());
        var here = (SequencerMessage.Here) sequencer
                .fishForMessage(
                        SOON,
                        message -> message instanceof SequencerMessage.Here
                                ? FishingOutcomes.complete()
                                : FishingOutcomes.continueAndIgnore())
                .getLast();
        var at = new Position("e1", 1, 0);
        relay.tell(new RelayMessage.Time(here.nanos(), clock.now(), clock.mark(), at));
    }

    private static RelayMessage welcome() {
        return new RelayMessage.Welcome(
                "e1",
                List.of(new GenStart(1, 0)),
                0,
                true,
                List.of(),
                CuePlan.of("Ride", "", List.of(RIDE), List.of()),
                ClassState.OPENED,
                List.of(),
                List.of(),
                null,
                List.of());
    }

    private long issue() {
        var number = offset.incrementAndGet();
        relay.tell(new RelayMessage.Issued(List.of(Cues.cue("e1", 1, number)), ClassState.OPENED));
        return number;
    }

    private static boolean isHands(ConnectionMessage message) {
        return message instanceof ConnectionMessage.Latest latest && latest.channel() == Channel.HANDS;
    }

    private static boolean isRoster(ConnectionMessage message) {
        return message instanceof ConnectionMessage.RosterChange;
    }

    private void noahComes() {
        relay.tell(new RelayMessage.Roster(List.of(new Row(new ParticipantId("noah"), "Noah", 1, true, false))));
    }

    private void noahRaisesHand() {
        relay.tell(new RelayMessage.Hands(
                List.of(new RaisedHand(new ParticipantId("noah"), "Noah", ClassTime.ofMillis(1_000)))));
    }

    private double counted(String from, String to, String reason) {
        var counter = metrics.find("downbeat.rung.transitions")
                .tags("from", from, "to", to, "reason", reason)
                .counter();
        return counter == null ? 0 : counter.count();
    }

    private SequencerMessage.Measured measured(Predicate<SequencerMessage.Measured> wanted) {
        return (SequencerMessage.Measured) sequencer
                .fishForMessage(
                        SOON,
                        message -> message instanceof SequencerMessage.Measured told && wanted.test(told)
                                ? FishingOutcomes.complete()
                                : FishingOutcomes.continueAndIgnore())
                .getLast();
    }

    @Test
    void a_member_is_told_its_rung_on_arrival_and_a_trainer_has_none() {
        open();
        var mia = new Socket("mia", Role.MEMBER);
        assertThat(mia.rung())
                .isEqualTo(json("{\"rung\":\"FULL\",\"why\":\"nothing is wrong\",\"pinned\":null,\"score\":100,"
                        + "\"horizonMs\":10000}"));
        var coach = new Socket("coach", Role.TRAINER);
        coach.says(BAD);
        assertThat(coach.toldBeforeTheNextCue())
                .noneMatch(m -> m instanceof ConnectionMessage.Latest latest && latest.channel() == Channel.RUNG);
    }

    @Test
    void a_bad_link_loses_roster_and_biofeedback_and_keeps_every_cue() {
        open();
        var mia = new Socket("mia", Role.MEMBER);
        var noor = new Socket("noor", Role.MEMBER);
        mia.rung();
        mia.says(BAD);
        var rung = mia.rung();
        assertThat(rung.path("rung").asText()).isEqualTo("AUDIO_FIRST");
        assertThat(rung.path("why").asText()).isEqualTo("loss 12 % for 1 s");
        assertThat(rung.path("horizonMs").asInt()).isEqualTo(40_000);
        noahComes();
        assertThat(noor.toldBeforeTheNextCue()).anyMatch(RelayRungsTest::isRoster);
        assertThat(mia.toldBeforeTheNextCue()).noneMatch(RelayRungsTest::isRoster);
        assertThat(mia.until(RelayRungsTest::isRoster))
                .as("gathered, within 5 s")
                .isNotNull();
        for (var i = 0; i < 20; i++) {
            mia.toldBeforeTheNextCue();
        }
        assertThat(counted("FULL", "AUDIO_FIRST", "loss")).isEqualTo(1);
        var told = measured(measured -> measured.tally().fallbacks() == 1);
        assertThat(told.tally().members()).anySatisfy(member -> {
            assertThat(member.rung()).isEqualTo(Rung.AUDIO_FIRST);
            assertThat(member.rungWhy()).isEqualTo("loss 12 % for 1 s");
        });
    }

    @Test
    void on_cue_only_there_are_no_hands_and_no_roster_and_who_comes_up_gets_them() {
        open();
        var mia = new Socket("mia", Role.MEMBER);
        relay.tell(new RelayMessage.Pin(mia.probe.ref(), 7L, Rung.CUE_ONLY));
        assertThat(mia.reply()).isEqualTo(json("{\"pin\":{}}"));
        noahComes();
        noahRaisesHand();
        assertThat(mia.toldBeforeTheNextCue()).noneMatch(m -> isHands(m) || isRoster(m));
        await().atMost(SOON).untilAsserted(() -> {
            relay.tell(new RelayMessage.Pin(mia.probe.ref(), 8L, null));
            assertThat(mia.reply()).isEqualTo(json("{\"pin\":{}}"));
        });
        assertThat(mia.told).anyMatch(RelayRungsTest::isHands);
        assertThat(mia.told)
                .anyMatch(m -> m instanceof ConnectionMessage.RosterChange change
                        && change.full()
                        && change.frame().contains("Noah"));
    }

    @Test
    void a_pin_may_not_be_changed_more_than_once_a_second() {
        open();
        var mia = new Socket("mia", Role.MEMBER);
        for (var i = 0; i < 50; i++) {
            relay.tell(new RelayMessage.Pin(mia.probe.ref(), 100L + i, i % 2 == 0 ? Rung.LEAN : null));
        }
        assertThat(mia.reply().has("pin")).isTrue();
        assertThat(mia.reply().at("/error/code").asText()).isEqualTo("too-many");
        assertThat(counted("FULL", "LEAN", "pin")).isEqualTo(1);
    }

    @Test
    void a_trainer_cannot_pin() {
        open();
        var coach = new Socket("coach", Role.TRAINER);
        relay.tell(new RelayMessage.Pin(coach.probe.ref(), 7L, Rung.LEAN));
        assertThat(coach.reply().at("/error/code").asText()).isEqualTo("not-allowed");
    }

    @Test
    void a_device_that_comes_back_finds_its_rung_and_its_pin_and_was_autonomous_meanwhile() {
        open();
        var before = new Socket("mia", Role.MEMBER);
        before.says(BAD);
        relay.tell(new RelayMessage.Pin(before.probe.ref(), 7L, Rung.LEAN));
        before.reply();
        relay.tell(new RelayMessage.Detach(before.probe.ref(), List.of(), null));
        var away = measured(told -> told.tally().members().stream().anyMatch(m -> m.rung() == Rung.AUTONOMOUS));
        assertThat(away.tally().members())
                .singleElement()
                .satisfies(member -> assertThat(member.rungWhy()).startsWith("no connection for "));
        var back = new Socket("mia", Role.MEMBER).rung();
        assertThat(back.path("rung").asText()).isEqualTo("AUDIO_FIRST");
        assertThat(back.path("pinned").asText()).isEqualTo("LEAN");
    }

    @Test
    void a_device_that_leaves_on_purpose_is_left_at_once_and_begins_anew_when_it_comes_again() {
        open();
        var mia = new Socket("mia", Role.MEMBER);
        mia.says(BAD);
        mia.until(m ->
                m instanceof ConnectionMessage.Latest latest && latest.frame().contains("AUDIO_FIRST"));
        relay.tell(new RelayMessage.GiveUp(mia.probe.ref()));
        relay.tell(new RelayMessage.Detach(mia.probe.ref(), List.of(), null));
        var left = measured(told -> told.tally().members().stream().anyMatch(m -> m.devices() == 0));
        assertThat(left.tally().members())
                .singleElement()
                .satisfies(member -> assertThat(member.rung()).isNull());
        assertThat(new Socket("mia", Role.MEMBER).rung().path("rung").asText()).isEqualTo("FULL");
    }

    @Test
    void a_class_on_a_busy_node_sheds_for_everybody_and_recovers() {
        open();
        var mia = new Socket("mia", Role.MEMBER);
        var noor = new Socket("noor", Role.MEMBER);
        mia.rung();
        noor.rung();
        load = 1;
        assertThat(mia.rung().path("why").asText()).isEqualTo("the node has too much to do");
        assertThat(noor.rung().path("rung").asText()).isEqualTo("LEAN");
        load = 0;
        assertThat(mia.rung().path("rung").asText())
                .as("nothing lower, and up again")
                .isEqualTo("FULL");
        assertThat(counted("FULL", "LEAN", "shed")).isEqualTo(2);
    }

    @Test
    void a_member_who_did_not_hear_the_live_check_begins_lower_and_holds_more_however_often_it_is_said() {
        open();
        var mia = new Socket("mia", Role.MEMBER);
        mia.rung();
        for (var i = 0; i < 3; i++) {
            relay.tell(new RelayMessage.Checks("{}", List.of(new ParticipantId("mia"))));
        }
        var rung = mia.rung();
        assertThat(rung.path("rung").asText()).isEqualTo("LEAN");
        assertThat(rung.path("why").asText()).isEqualTo("did not hear the live check");
        assertThat(rung.path("horizonMs").asInt()).isEqualTo(25_000);
        assertThat(mia.toldBeforeTheNextCue())
                .noneMatch(m -> m instanceof ConnectionMessage.Latest latest && latest.channel() == Channel.RUNG);
        assertThat(counted("FULL", "LEAN", "check")).isEqualTo(1);
    }

    @Test
    void every_move_is_one_line_of_the_log() {
        open();
        var mia = new Socket("mia", Role.MEMBER);
        LoggingTestKit.info(
                        "rung class=c-1 member=mia device=d from=FULL to=AUDIO_FIRST reason=loss why=\"loss 12 % for 1 s\"")
                .expect(kit.system(), () -> {
                    mia.says(BAD);
                    return mia;
                });
    }
}
