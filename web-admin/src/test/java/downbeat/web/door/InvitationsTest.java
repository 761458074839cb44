package downbeat.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.AccountId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.door.DeviceId;
import downbeat.web.stage.HandClock;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class InvitationsTest {
    private static final PopUpId POOL = new PopUpId("u-pool");
    private static final DeviceId PHONE = new DeviceId("d-phone");
    private static final AccountId OMAR = new AccountId("a-omar");
    private static final Optional<String> NO_KEY = Optional.empty();

    @Test
    void a_code_is_taken_once_on_h2() throws IOException {
        takenOnce(Jdbi.create("jdbc:h2:mem:invitations;DB_CLOSE_DELAY=-1;DATABASE_TO_LOWER=TRUE"));
    }

    @Test
    void a_code_is_taken_once_on_postgresql() throws IOException {
        try (var server = EmbeddedPostgres.start()) {
            takenOnce(Jdbi.create(server.getPostgresDatabase()));
        }
    }

    private static void takenOnce(Jdbi database) throws IOException {
        for (var script : new String[] {"V1__identity.sql", "V2__door.sql"}) {
            var sql = sql(script);
            database.useHandle(db -> db.createScript(sql).execute());
        }
        var clock = new HandClock();
        var here = new Invitations(database, clock);
        var there = new Invitations(database, clock);
        var made = here.issue("i-1", POOL, PHONE, true, OMAR);
        assertThat(made.supervisor()).isTrue();
        assertThat(there.issue("i-1", POOL, PHONE, true, OMAR)).isEqualTo(made);
        assertThat(codes(database)).as("codes are kept as digests").doesNotContain("i-1");

        assertThat(there.take("i-1", Optional.of("key"))).isInstanceOf(Taking.Taken.class);
        assertThat(here.take("i-1", Optional.of("key"))).as("a repeat").isInstanceOf(Taking.Taken.class);
        assertThat(here.take("i-1", Optional.of("other"))).isEqualTo(new Taking.Used());
        assertThat(here.take("i-1", NO_KEY)).isEqualTo(new Taking.Used());
        assertThat(here.take("i-2", NO_KEY)).isEqualTo(new Taking.Unknown());

        here.issue("i-3", POOL, PHONE, false, OMAR);
        clock.pass(Invitations.LIFE);
        assertThat(here.take("i-3", NO_KEY)).isEqualTo(new Taking.Expired());
        clock.pass(Duration.ofDays(31));
        here.issue("i-4", POOL, PHONE, false, OMAR);
        assertThat(here.take("i-3", NO_KEY)).as("long ago").isEqualTo(new Taking.Unknown());
        assertThat(here.take("i-4", NO_KEY)).isInstanceOf(Taking.Taken.class);
    }

    private static String codes(Jdbi database) {
        return database.withHandle(db -> db.createQuery("select code from door_invitation")
                .mapTo(String.class)
                .list()
                .toString());
    }

    private static String sql(String script) throws IOException {
        try (var sql = InvitationsTest.class.getResourceAsStream("/db/identity/" + script)) {
            return new String(Objects.requireNonNull(sql).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
