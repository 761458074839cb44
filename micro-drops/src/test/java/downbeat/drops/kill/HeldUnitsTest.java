package downbeat.drops.kill;

import static downbeat.drops.stage.DropsNode.accepted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.drops.domain.DropId;
import downbeat.drops.domain.DropReply;
import downbeat.drops.domain.Fixtures;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.entity.ClaimCard;
import downbeat.drops.stage.DropsNode;
import downbeat.drops.stage.World;
import downbeat.kernel.ParticipantId;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Units that were held to be paid when their process was killed are held afterwards, and free again at their time by themselves. */
class HeldUnitsTest {
    private static final DropId DROP = new DropId("held");
    private static final int STOCK = 500;

    @Test
    void held_units_survive_a_kill_and_so_do_their_deadlines_on_h2() throws Exception {
        try (World world = World.H2.create()) {
            survive(world);
        }
    }

    @Test
    void held_units_survive_a_kill_and_so_do_their_deadlines_on_postgresql() throws Exception {
        try (World world = World.Postgres.create()) {
            survive(world);
        }
    }

    private static void survive(World world) throws Exception {
        var promised = promisedAndKilled(world);
        assertThat(promised).hasSize(STOCK);
        try (var node = new DropsNode(world.settings())) {
            node.pass(Duration.between(Fixtures.OPENED, Fixtures.HELD_UNTIL).minusSeconds(1));
            var claims = node.card(DROP).claims();
            assertThat(claims).hasSize(STOCK).allMatch(claim -> claim.status() == Status.HELD);
            assertThat(claims)
                    .allSatisfy(claim -> assertThat(promised.get(number(claim)))
                            .isEqualTo(claim.who().value()));

            node.restart(); // nobody asks for the drop any more: only its deadline wakes it
            node.pass(Duration.ofSeconds(2));
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(node.onBoard(DROP, Status.RELEASED.name()))
                            .isEqualTo(STOCK));
            var late = accepted(node.drops().ask(DROP, Fixtures.claim(new ParticipantId("late"), Fixtures.kits(1))));
            assertThat(late).isInstanceOf(DropReply.Claimed.class);
        }
    }

    private static String number(ClaimCard claim) {
        return Integer.toString(claim.id().number());
    }

    /** Who was told to hold which claim, by its number, before the process was killed. */
    private static Map<String, String> promisedAndKilled(World world) throws IOException, InterruptedException {
        var process = Victim.start(world, Holders.class, DROP.value(), Integer.toString(STOCK));
        var promised = new HashMap<String, String>();
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            while (promised.size() < STOCK) {
                var words = lines.readLine().split(" ", -1);
                if (words[0].equals("promised")) {
                    promised.put(words[1], words[2]);
                }
            }
        } finally {
            process.toHandle().destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return promised;
    }
}
