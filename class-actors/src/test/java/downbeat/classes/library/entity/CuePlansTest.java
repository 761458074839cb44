package downbeat.classes.library.entity;

import static downbeat.classes.domain.Fixtures.TRAINER;
import static downbeat.classes.stage.ClassesNode.accepted;
import static downbeat.classes.stage.ClassesNode.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.classes.library.domain.PlanCommand.Keep;
import downbeat.classes.library.domain.PlanRefusal;
import downbeat.classes.library.domain.PlanReply;
import downbeat.classes.library.view.PlanRow;
import downbeat.classes.library.view.PlanShelf;
import downbeat.classes.stage.ClassesNode;
import downbeat.classes.stage.Plans;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.KeyReused;
import downbeat.kernel.Outcome;
import downbeat.kernel.PlanId;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cue plans on a real node. */
class CuePlansTest {
    private static final Duration LONG = Duration.ofMinutes(20);
    private static final PlanId EASY = new PlanId("easy");
    private static final PlanId HARD = new PlanId("hard");

    @TempDir
    Path data;

    @Test
    void a_restart_keeps_what_is_on_file_and_what_was_thrown_away_stays_away() {
        try (var node = new ClassesNode(data)) {
            accepted(node.plans().keep(EASY, TRAINER, "easy.zwo", Plans.plan("Easy", LONG)));
            accepted(node.plans().keep(HARD, TRAINER, "hard.zwo", Plans.plan("Hard", LONG)));
            accepted(node.plans().discard(HARD));
            var kept = new PlanCard(TRAINER, "easy.zwo", Plans.plan("Easy", LONG), node.now());
            assertThat(get(node.plans().show(EASY))).contains(kept);

            node.restart();

            assertThat(get(node.plans().show(EASY))).contains(kept);
            assertThat(get(node.plans().show(HARD))).isEmpty();
            assertThat(get(node.plans().keep(HARD, TRAINER, "hard.zwo", Plans.plan("Hard", LONG))))
                    .as("an id is used once")
                    .isEqualTo(Outcome.refused(new PlanRefusal.PlanIsFixed()));
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(new PlanShelf(node.database()).of(TRAINER))
                            .extracting(PlanRow::id)
                            .containsExactly(EASY));
        }
    }

    @Test
    void an_import_that_is_repeated_after_a_restart_is_one_import() {
        try (var node = new ClassesNode(data)) {
            var key = new IdempotencyKey("import");
            var keep = new Keep(TRAINER, "easy.zwo", Plans.plan("Easy", LONG));
            accepted(node.plans().ask(EASY, keep, key));
            node.restart();
            assertThat(accepted(node.plans().ask(EASY, keep, key))).isEqualTo(new PlanReply.OnFile());
            assertThat(get(node.plans().ask(EASY, new Keep(TRAINER, "easy.zwo", Plans.plan("Hard", LONG)), key)))
                    .isEqualTo(Outcome.refused(new KeyReused("import")));

            accepted(node.plans().discard(EASY));
            node.restart();
            assertThat(accepted(node.plans().ask(EASY, keep, key)))
                    .as("the same question, the same answer")
                    .isEqualTo(new PlanReply.OnFile());
            assertThat(get(node.plans().show(EASY)))
                    .as("but what was thrown away does not come back by it")
                    .isEmpty();
        }
    }
}
