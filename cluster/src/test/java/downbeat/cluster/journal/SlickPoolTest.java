package downbeat.cluster.journal;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.tally.World;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SlickPoolTest {

    @Test
    void all_threads_of_both_pools_are_there_before_the_first_write() {
        Set<Thread> before = poolThreads();
        try (World world = new World.H2()) {
            int connections = world.settings().database().connections();
            world.start();
            Set<Thread> after = poolThreads();
            after.removeAll(before);
            assertThat(after).hasSize(connections + connections / 2 + 1);
        }
    }

    private static Set<Thread> poolThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().matches("db-[0-9]+"))
                .collect(Collectors.toSet());
    }
}
