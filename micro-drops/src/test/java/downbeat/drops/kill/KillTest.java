package downbeat.drops.kill;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.drops.stage.World;
import org.junit.jupiter.api.Test;

/** kill -9 in the middle of a rush loses nothing, sells nothing twice and nothing that is not there. */
class KillTest {
    private static final int EPISODES = Integer.getInteger("downbeat.kill.episodes", 2);

    @Test
    void a_rush_that_is_killed_keeps_its_promises_on_h2() throws Exception {
        try (World world = World.H2.create()) {
            keeps(world);
        }
    }

    @Test
    void a_rush_that_is_killed_keeps_its_promises_on_postgresql() throws Exception {
        try (World world = World.Postgres.create()) {
            keeps(world);
        }
    }

    private static void keeps(World world) throws Exception {
        var episodes = new Episodes(world, 300, System.nanoTime());
        assertThat(episodes.run(EPISODES)).isEmpty();
        assertThat(episodes.promises()).as("there was something to keep").isPositive();
    }
}
