package downbeat.cluster.entity;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import downbeat.cluster.node.Node;
import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.World;
import downbeat.kernel.Outcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The stop message of sharding never loses a write that is under way, and always ends the entity. */
class RetireTest {

    @Test
    void what_is_in_flight_and_waiting_is_finished_first() throws Exception {
        try (World world = new World.H2()) {
            Node node = world.node();
            ActorTestKit kit = ActorTestKit.create(node.system());
            TestProbe<Answer> answers = kit.createTestProbe();
            ActorRef<EntityMessage> front = kit.spawn(front("retiring"));
            front.tell(new EntityMessage.Show("tally", 0, answers.ref()));
            answers.expectMessageClass(Answer.Shown.class, Duration.ofSeconds(20));
            try (Connection blocker = world.connect();
                    var statement = blocker.createStatement()) {
                statement.execute("SET EXCLUSIVE 1");
                front.tell(new EntityMessage.Ask("tally", new Count(1), null, answers.ref()));
                front.tell(new EntityMessage.Ask("tally", new Count(1), null, answers.ref()));
                front.tell(new EntityMessage.Retire());
                answers.expectNoMessage(Duration.ofMillis(200));
                statement.execute("SET EXCLUSIVE 0");
            }
            assertThat(answers.receiveMessage(Duration.ofSeconds(20))).isEqualTo(decided(1));
            assertThat(answers.receiveMessage(Duration.ofSeconds(20))).isEqualTo(decided(2));
            answers.expectTerminated(front, Duration.ofSeconds(20));
        }
    }

    @Test
    void an_entity_that_has_not_recovered_yet_ends_too() {
        try (World world = new World.H2()) {
            ActorTestKit kit = ActorTestKit.create(world.node().system());
            TestProbe<Answer> answers = kit.createTestProbe();
            ActorRef<EntityMessage> front = kit.spawn(front("early"));
            front.tell(new EntityMessage.Ask("tally", new Count(1), null, answers.ref()));
            front.tell(new EntityMessage.Retire());
            assertThat(answers.receiveMessage(Duration.ofSeconds(20))).isEqualTo(decided(1));
            answers.expectTerminated(front, Duration.ofSeconds(20));
        }
    }

    @Test
    void above_the_bound_callers_are_turned_away() throws Exception {
        try (World world = new World.H2()) {
            ActorTestKit kit = ActorTestKit.create(world.node().system());
            TestProbe<Answer> answers = kit.createTestProbe();
            ActorRef<EntityMessage> front = kit.spawn(Front.create(
                    new AggregateCodec<>(Tally.AGGREGATE),
                    "full",
                    new Cover.Clear(),
                    new ShellSettings(Duration.ofSeconds(5), 2, 100),
                    clock(),
                    new ShellMetrics("tally", new SimpleMeterRegistry())));
            front.tell(new EntityMessage.Show("tally", 0, answers.ref()));
            answers.expectMessageClass(Answer.Shown.class, Duration.ofSeconds(20));
            try (Connection blocker = world.connect();
                    var statement = blocker.createStatement()) {
                statement.execute("SET EXCLUSIVE 1");
                for (int i = 0; i < 4; i++) {
                    front.tell(new EntityMessage.Ask("tally", new Count(1), null, answers.ref()));
                }
                Answer.Unavailable busy = answers.expectMessageClass(Answer.Unavailable.class, Duration.ofSeconds(20));
                assertThat(busy.sentence()).contains("tally full is busy: 2 commands are waiting");
                statement.execute("SET EXCLUSIVE 0");
            }
            for (long count = 1; count <= 3; count++) {
                assertThat(answers.receiveMessage(Duration.ofSeconds(20))).isEqualTo(decided(count));
            }
        }
    }

    static akka.actor.typed.Behavior<EntityMessage> front(String id) {
        return Front.create(
                new AggregateCodec<>(Tally.AGGREGATE),
                id,
                new Cover.Clear(),
                new ShellSettings(Duration.ofSeconds(5), 100, 100),
                clock(),
                new ShellMetrics("tally", new SimpleMeterRegistry()));
    }

    private static Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    static Answer decided(long count) {
        return new Answer.Decided("tally", Outcome.accepted(new Tally.Reply(count)));
    }
}
