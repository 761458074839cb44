package downbeat.cluster.entity;

import static downbeat.cluster.entity.RetireTest.decided;
import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.World;
import java.sql.Connection;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After a crowd was answered together others are given a moment to gather; nobody is kept for longer, or forgotten. */
class GatherTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private World world;
    private TestProbe<Answer> answers;
    private ActorRef<EntityMessage> front;

    @BeforeEach
    void start() {
        world = new World.H2();
        ActorTestKit kit = ActorTestKit.create(world.node().system());
        answers = kit.createTestProbe();
        front = kit.spawn(RetireTest.front("crowded"));
        front.tell(new EntityMessage.Show("tally", 0, answers.ref()));
        answers.expectMessageClass(Answer.Shown.class, PATIENCE);
    }

    @AfterEach
    void stop() {
        world.close();
    }

    /** One is being written, and three wait and are then decided together. */
    private void aCrowdIsAnswered() throws Exception {
        try (Connection blocker = world.connect();
                var statement = blocker.createStatement()) {
            statement.execute("SET EXCLUSIVE 1");
            for (int i = 0; i < 4; i++) {
                count();
            }
            answers.expectNoMessage(Duration.ofMillis(200));
            statement.execute("SET EXCLUSIVE 0");
        }
        for (long count = 1; count <= 4; count++) {
            answered(count);
        }
    }

    private void count() {
        front.tell(new EntityMessage.Ask("tally", new Count(1), null, answers.ref()));
    }

    private void answered(long count) {
        assertThat(answers.receiveMessage(PATIENCE)).isEqualTo(decided(count));
    }

    @Test
    void one_who_comes_alone_after_a_crowd_is_answered_and_so_is_the_next() throws Exception {
        aCrowdIsAnswered();
        count();
        answered(5);
        count();
        answered(6);
    }

    @Test
    void more_than_the_crowd_are_answered_too() throws Exception {
        aCrowdIsAnswered();
        for (int i = 0; i < 50; i++) {
            count();
        }
        for (long count = 5; count <= 54; count++) {
            answered(count);
        }
    }

    @Test
    void who_is_being_waited_with_is_answered_before_the_entity_ends() throws Exception {
        aCrowdIsAnswered();
        count();
        front.tell(new EntityMessage.Retire());
        answered(5);
        answers.expectTerminated(front, PATIENCE);
    }
}
