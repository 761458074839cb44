package downbeat.web.pass;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.popups.pass.KeyNumber;
import downbeat.popups.pass.Pass;
import downbeat.popups.pass.PassReader;
import downbeat.popups.pass.Reading;
import downbeat.web.stage.HandClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class PassKeysTest {
    private static final Instant NOW = Instant.parse("2026-12-01T17:00:00Z");
    private static final PopUpId POOL = new PopUpId("u-pool");
    private static final Pass PASS = new Pass(POOL, TicketId.of(7), 1, Optional.empty());

    @Test
    void all_nodes_sign_with_one_key_on_h2() throws IOException {
        oneKey(Jdbi.create("jdbc:h2:mem:pass-keys;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE"));
    }

    @Test
    void all_nodes_sign_with_one_key_on_postgresql() throws IOException {
        try (var server = EmbeddedPostgres.start()) {
            oneKey(Jdbi.create(server.getPostgresDatabase()));
        }
    }

    private static void oneKey(Jdbi database) throws IOException {
        var schema = schema();
        database.useHandle(db -> db.createScript(schema).execute());
        var first = new PassKeys(database, Clock.systemUTC());
        var second = new PassKeys(database, Clock.systemUTC());
        assertThat(second.published()).isEqualTo(first.published()).hasSize(1);
        assertThat(second.sign(PASS)).as("Ed25519 needs no randomness").isEqualTo(first.sign(PASS));
        assertThat(second.reader().read(first.sign(PASS).text(), POOL, NOW)).isEqualTo(new Reading.Genuine(PASS));
        assertThat(new PassReader(first.published()).read(first.sign(PASS).text(), POOL, NOW))
                .as("the published key is enough")
                .isEqualTo(new Reading.Genuine(PASS));
    }

    @Test
    void a_new_key_signs_on_every_node_within_a_minute_and_the_old_one_still_verifies() throws IOException {
        var database = Jdbi.create("jdbc:h2:mem:pass-rotation;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE");
        var schema = schema();
        database.useHandle(db -> db.createScript(schema).execute());
        var clock = new HandClock();
        var here = new PassKeys(database, clock);
        var there = new PassKeys(database, clock);
        var printed = there.sign(PASS);
        clock.pass(Duration.ofHours(1));

        var made = here.rotate().orElseThrow();
        assertThat(made.number()).isEqualTo(new KeyNumber(2));
        assertThat(here.rotate()).as("asked again at once it is the same key").contains(made);
        assertThat(here.sign(PASS))
                .as("no node signs with what another may not know")
                .isEqualTo(printed);
        there.refresh();
        assertThat(there.published()).isEqualTo(here.published()).hasSize(2);

        clock.pass(Duration.ofMinutes(1));
        var signed = there.sign(PASS);
        assertThat(signed.key()).isEqualTo(made.number());
        assertThat(here.sign(PASS)).isEqualTo(signed);
        for (var node : List.of(here, there)) {
            assertThat(node.reader().read(signed.text(), POOL, NOW)).isEqualTo(new Reading.Genuine(PASS));
            assertThat(node.reader().read(printed.text(), POOL, NOW))
                    .as("what was printed before")
                    .isEqualTo(new Reading.Genuine(PASS));
        }
        assertThat(here.rotate().orElseThrow().number()).isEqualTo(new KeyNumber(3));
    }

    private static String schema() throws IOException {
        try (var sql = PassKeysTest.class.getResourceAsStream("/db/pass/V1__pass_key.sql")) {
            return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
