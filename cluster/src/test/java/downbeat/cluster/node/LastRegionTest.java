package downbeat.cluster.node;

import static downbeat.cluster.tally.TestNodes.get;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.World;
import downbeat.kernel.Outcome;
import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A node that leaves as the last one, while messages for its entities keep coming. */
class LastRegionTest {

    /** A region with messages that nobody takes waits for 9 s. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final TallyId ID = new TallyId("busy");

    @Test
    void it_does_not_wait_for_somebody_to_take_what_nobody_will() {
        try (World world = new World.H2()) {
            Node node = world.node();
            get(world.tallies().ask(ID, new Count(1)));
            long told = System.nanoTime();
            CompletionStage<?> stopped = node.stop();
            keepAsking(world, stopped);
            get(stopped);
            assertThat(Duration.ofNanos(System.nanoTime() - told)).isLessThan(SOON);
        }
    }

    @Test
    void it_finishes_what_it_is_writing_however_long_that_takes() throws Exception {
        try (World world = new World.H2()) {
            Node node = world.node();
            get(world.tallies().ask(ID, new Count(1)));
            CompletionStage<Outcome<Tally.Reply>> slow;
            CompletionStage<?> stopped;
            try (Connection blocker = world.connect();
                    var statement = blocker.createStatement()) {
                statement.execute("SET EXCLUSIVE 1");
                slow = world.tallies().ask(ID, new Count(1));
                stopped = node.stop();
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
                assertThat(stopped.toCompletableFuture()).isNotDone();
                statement.execute("SET EXCLUSIVE 0");
            }
            assertThat(get(slow)).isEqualTo(Outcome.accepted(new Tally.Reply(2)));
            get(stopped);
            world.restart();
            assertThat(get(world.tallies().show(ID))).contains(new Tally.Shown(2, false, 0));
        }
    }

    private static void keepAsking(World world, CompletionStage<?> stopped) {
        var asked = world.tallies();
        Thread.ofPlatform().daemon().name("keeps-asking").start(() -> {
            while (!stopped.toCompletableFuture().isDone()) {
                var unused = asked.show(ID);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        });
    }
}
