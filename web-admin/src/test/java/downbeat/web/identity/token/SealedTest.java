package downbeat.web.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class SealedTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Jdbi database = installation();

    private static Jdbi installation() {
        var database = Jdbi.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE");
        try (var sql = SealedTest.class.getResourceAsStream("/db/identity/V1__identity.sql")) {
            var script = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
            database.useHandle(h -> h.createScript(script).execute());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return database;
    }

    private static Sealed sealed(Jdbi database, Instant now) {
        return new Sealed(
                new Derived(new SigningKeys(database, Clock.fixed(now, ZoneOffset.UTC), Duration.ofDays(90))));
    }

    @Test
    void what_is_sealed_opens_at_every_node_for_good_and_is_the_same_each_time() {
        var text = sealed(database, NOON).seal("unsubscribe", "m-1");
        var later = sealed(database, NOON.plus(Duration.ofDays(4000)));
        assertThat(later.open("unsubscribe", text)).contains("m-1");
        assertThat(later.seal("unsubscribe", "m-1")).isEqualTo(text).matches("[A-Za-z0-9_-]+");
    }

    @Test
    void nobody_else_reads_makes_or_changes_it() {
        var text = sealed(database, NOON).seal("unsubscribe", "m-mia");
        assertThat(new String(java.util.Base64.getUrlDecoder().decode(text), StandardCharsets.ISO_8859_1))
                .doesNotContain("mia");
        var here = sealed(database, NOON);
        assertThat(here.open("another-kind", text)).isEmpty();
        assertThat(sealed(installation(), NOON).open("unsubscribe", text)).isEmpty();
        for (int i = 0; i < text.length() - 1; i++) {
            var changed = text.substring(0, i) + (text.charAt(i) == 'A' ? 'B' : 'A') + text.substring(i + 1);
            assertThat(here.open("unsubscribe", changed)).isEmpty();
        }
        for (var garbage : new String[] {"", "a", "****", "AAAA", text.substring(1), text + text, "A".repeat(300)}) {
            assertThat(here.open("unsubscribe", garbage)).isEmpty();
        }
    }
}
