package downbeat.web.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.database.Vendor;
import downbeat.web.stage.Alone;
import downbeat.web.stage.OwnDatabase;
import downbeat.web.stage.Visitor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** kill -9, and the same node again. */
@Alone
@ParameterizedClass(name = "on {0}")
@EnumSource(Vendor.class)
class KillTest {
    private final Vendor vendor;
    private final int port = ServedNode.freePort();

    @TempDir
    Path data;

    private OwnDatabase database;
    private ServedNode node;

    KillTest(Vendor vendor) {
        this.vendor = vendor;
    }

    @BeforeEach
    void start() throws IOException {
        database = new OwnDatabase(vendor);
        node = launched();
    }

    @AfterEach
    void end() throws IOException {
        node.close();
        database.close();
    }

    private ServedNode launched() {
        return ServedNode.launch(port, data, database.properties());
    }

    private void killAndStart() {
        node.kill();
        node = launched();
        node.url();
    }

    @Test
    void a_class_goes_on_and_no_acknowledged_cue_is_lost() {
        try (var running = RunningClass.begin(List.of(node.url()))) {
            running.tap(25);
            killAndStart();
            running.tap(5);
            running.assertNothingIsLost();
            assertThat(running.gen()).as("the second writer").isEqualTo(2);
            assertThat(running.returns()).as("both members came back").isGreaterThanOrEqualTo(2);
            assertThat(running.live(0).get("phase").asText()).isEqualTo("LIVE");
        }
    }

    @Test
    void who_was_told_that_everything_is_deleted_is_gone_also_after_a_kill() {
        var mia = Visitor.named(node.url(), "mia");
        mia.post("/api/v1/me/erasure", Map.of("password", Visitor.PASSWORD)).expecting(204);
        killAndStart();
        var stranger = Visitor.anonymous(node.url());
        mia.at(node.url()).get("/api/v1/me").expecting(401);
        stranger.post("/api/v1/session", Map.of("email", "mia@example.org", "password", Visitor.PASSWORD))
                .expecting(401);
        var again = await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(
                        () -> Visitor.named(node.url(), "mia"),
                        it -> !it.account().equals(mia.account()));
        assertThat(again.get("/api/v1/me").expecting(200).json().get("home").isNull())
                .isTrue();
    }
}
