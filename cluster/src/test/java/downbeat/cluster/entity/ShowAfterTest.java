package downbeat.cluster.entity;

import static downbeat.cluster.entity.RetireTest.decided;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.World;
import java.sql.Connection;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who has read a fact in the journal is shown what has it, also while the entity has not heard yet that it is written. */
class ShowAfterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void a_fact_that_is_being_written_is_waited_for_by_who_asks_for_it_alone() throws Exception {
        try (World world = new World.H2()) {
            ActorTestKit kit = ActorTestKit.create(world.node().system());
            TestProbe<Answer> answers = kit.createTestProbe();
            ActorRef<EntityMessage> front = kit.spawn(RetireTest.front("read"));
            front.tell(new EntityMessage.Show("tally", 0, answers.ref()));
            assertThat(answers.receiveMessage(PATIENCE)).isEqualTo(nothing());
            try (Connection blocker = world.connect();
                    var statement = blocker.createStatement()) {
                statement.execute("SET EXCLUSIVE 1");
                front.tell(new EntityMessage.Ask("tally", new Count(1), null, answers.ref()));
                front.tell(new EntityMessage.Show("tally", 1, answers.ref()));
                front.tell(new EntityMessage.Show("tally", 0, answers.ref()));
                assertThat(answers.receiveMessage(PATIENCE)).isEqualTo(nothing());
                answers.expectNoMessage(Duration.ofMillis(200));
                statement.execute("SET EXCLUSIVE 0");
            }
            assertThat(answers.receiveMessage(PATIENCE)).isEqualTo(decided(1));
            assertThat(answers.receiveMessage(PATIENCE)).isEqualTo(shown(1));
        }
    }

    @Test
    void a_fact_that_is_not_under_way_is_not_waited_for() {
        try (World world = new World.H2()) {
            ActorTestKit kit = ActorTestKit.create(world.node().system());
            TestProbe<Answer> answers = kit.createTestProbe();
            ActorRef<EntityMessage> front = kit.spawn(RetireTest.front("idle"));
            front.tell(new EntityMessage.Show("tally", 5, answers.ref()));
            assertThat(answers.receiveMessage(PATIENCE)).isEqualTo(nothing());
            front.tell(new EntityMessage.Show("tally", 5, answers.ref()));
            assertThat(answers.receiveMessage(PATIENCE)).isEqualTo(nothing());
        }
    }

    private static Answer nothing() {
        return new Answer.Shown("tally", Optional.empty());
    }

    private static Answer shown(long count) {
        return new Answer.Shown("tally", Optional.of(new Tally.Shown(count, false, 0)));
    }
}
