package downbeat.classes.rig.entity;

import static downbeat.classes.domain.Fixtures.TRAINER;
import static downbeat.classes.stage.ClassesNode.accepted;
import static downbeat.classes.stage.ClassesNode.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.classes.rig.domain.RecordedVerdict;
import downbeat.classes.rig.domain.RigCommand.RecordVerdict;
import downbeat.classes.rig.view.RigBook;
import downbeat.classes.stage.ClassesNode;
import downbeat.classes.stage.Readings;
import downbeat.cluster.entity.IdempotencyKey;
import downbeat.cluster.entity.KeyReused;
import downbeat.kernel.AccountId;
import downbeat.kernel.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rigs on a real node. */
class RigsTest {
    private static final RecordVerdict GOOD = new RecordVerdict(TRAINER, Readings.good());
    private static final RecordVerdict BAD = new RecordVerdict(TRAINER, Readings.none());

    @TempDir
    Path data;

    @Test
    void a_restart_keeps_every_verdict_and_which_is_the_newest() {
        try (var node = new ClassesNode(data)) {
            assertThat(get(node.rigs().show(TRAINER))).isEmpty();
            accepted(node.rigs().ask(TRAINER, BAD));
            node.pass(Duration.ofMinutes(5));
            accepted(node.rigs().ask(TRAINER, GOOD));
            var card = get(node.rigs().show(TRAINER));
            assertThat(card.orElseThrow().newest().number()).isEqualTo(2);
            assertThat(card.orElseThrow().newest().at()).isEqualTo(node.now());

            node.restart();

            assertThat(get(node.rigs().show(TRAINER))).isEqualTo(card);
            assertThat(get(node.rigs().show(new AccountId("somebody-else")))).isEmpty();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(new RigBook(node.database()).of(TRAINER, 10, Long.MAX_VALUE))
                            .extracting(RecordedVerdict::number)
                            .containsExactly(2L, 1L));
        }
    }

    @Test
    void a_verdict_that_is_sent_again_is_one_verdict() {
        try (var node = new ClassesNode(data)) {
            var key = new IdempotencyKey("check");
            var first = accepted(node.rigs().ask(TRAINER, GOOD, key));
            node.pass(Duration.ofSeconds(1));
            node.restart();
            assertThat(accepted(node.rigs().ask(TRAINER, GOOD, key))).isEqualTo(first);
            assertThat(get(node.rigs().ask(TRAINER, BAD, key))).isEqualTo(Outcome.refused(new KeyReused("check")));
            assertThat(get(node.rigs().show(TRAINER)).orElseThrow().newest().number())
                    .isEqualTo(1);
        }
    }
}
