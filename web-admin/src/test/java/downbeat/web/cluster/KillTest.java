package downbeat.web.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.Alone;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 in mid-class, and the same node again: the class goes on, and no acknowledged cue is lost. */
@Alone
class KillTest {
    @TempDir
    Path data;

    @Test
    void a_class_on_h2_goes_on_after_a_kill() {
        killInMidClass(Map.of());
    }

    @Test
    void a_class_on_postgresql_goes_on_after_a_kill() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            killInMidClass(Map.of(
                    "downbeat.database.url",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "downbeat.database.user",
                    "postgres",
                    "downbeat.database.password",
                    "postgres"));
        }
    }

    private void killInMidClass(Map<String, String> settings) {
        int port = ServedNode.freePort();
        ServedNode node = ServedNode.launch(port, data, settings);
        try (RunningClass running = RunningClass.begin(List.of(node.url()))) {
            running.tap(25);
            node.kill();
            node = ServedNode.launch(port, data, settings);
            node.url();
            running.tap(5);
            running.assertNothingIsLost();
            assertThat(running.gen()).as("the second writer").isEqualTo(2);
            assertThat(running.returns()).as("both members came back").isGreaterThanOrEqualTo(2);
            assertThat(running.live(0).get("phase").asText()).isEqualTo("LIVE");
        } finally {
            node.close();
        }
    }
}
