package downbeat.classes.library.view;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.library.domain.PlanEvent;
import downbeat.classes.library.domain.PlanEvent.PlanDiscarded;
import downbeat.classes.library.domain.PlanEvent.PlanKept;
import downbeat.classes.stage.Plans;
import downbeat.classes.stage.Tables;
import downbeat.cluster.entity.Recorded;
import downbeat.kernel.AccountId;
import downbeat.kernel.PlanId;
import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class PlanShelfTest {
    private static final AccountId ROBIN = new AccountId("robin");
    private static final AccountId SAM = new AccountId("sam");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration PART = Duration.ofMillis(60_500);

    private final PlanShelfProjection projection = new PlanShelfProjection();

    @Test
    void the_shelf_follows_the_facts_on_h2() throws Exception {
        Tables.onH2("shelf", this::follows);
    }

    @Test
    void the_shelf_follows_the_facts_on_postgresql() throws Exception {
        Tables.onPostgresql(this::follows);
    }

    @Test
    void the_newest_five_hundred_are_listed_on_h2() throws Exception {
        Tables.onH2("shelf-full", this::isBounded);
    }

    @Test
    void the_newest_five_hundred_are_listed_on_postgresql() throws Exception {
        Tables.onPostgresql(this::isBounded);
    }

    private void follows(Jdbi database) {
        var shelf = new PlanShelf(database);
        hear(database, "b", kept(ROBIN, "first.zwo", "First", NOON));
        hear(database, "a", kept(ROBIN, "Größe 🚴.mrc", "Größe 🚴", NOON.plusMillis(1)));
        hear(database, "d", kept(ROBIN, "same.zwo", "Same instant", NOON));
        hear(database, "c", kept(SAM, "first.zwo", "First", NOON));

        assertThat(shelf.of(ROBIN))
                .as("the newest first, each its own only")
                .extracting(row -> row.id().value())
                .containsExactly("a", "b", "d");
        assertThat(shelf.of(ROBIN).getFirst())
                .isEqualTo(new PlanRow(
                        new PlanId("a"), "Größe 🚴.mrc", "Größe 🚴", PART.multipliedBy(2), 2, NOON.plusMillis(1)));
        assertThat(shelf.of(SAM)).extracting(row -> row.id().value()).containsExactly("c");
        assertThat(shelf.of(new AccountId("nobody"))).isEmpty();

        hear(database, "a", new PlanDiscarded(NOON.plusSeconds(9)));
        hear(database, "never-kept", new PlanDiscarded(NOON));
        assertThat(shelf.of(ROBIN)).extracting(row -> row.id().value()).containsExactly("b", "d");
        assertThat(shelf.of(SAM)).hasSize(1);

        hear(database, "a", kept(ROBIN, "Größe 🚴.mrc", "Größe 🚴", NOON.plusMillis(1)));
        hear(database, "a", new PlanDiscarded(NOON.plusSeconds(9)));
        assertThat(shelf.of(ROBIN))
                .as("all facts again from the first, and nothing has changed")
                .extracting(row -> row.id().value())
                .containsExactly("b", "d");
    }

    private void isBounded(Jdbi database) {
        for (int i = 0; i <= 500; i++) {
            hear(database, "p" + i, kept(ROBIN, "p.zwo", "Plan " + i, NOON.plusSeconds(i)));
        }
        var rows = new PlanShelf(database).of(ROBIN);
        assertThat(rows).hasSize(500);
        assertThat(rows.getFirst().title()).isEqualTo("Plan 500");
        assertThat(rows.getLast().title()).isEqualTo("Plan 1");
    }

    /** Twice: what comes again is harmless. */
    private void hear(Jdbi database, String plan, PlanEvent event) {
        var fact = new Recorded<>(plan, 1, event.at(), event);
        database.useTransaction(db -> {
            projection.apply(db, fact);
            projection.apply(db, fact);
        });
    }

    private static PlanKept kept(AccountId owner, String file, String title, Instant at) {
        return new PlanKept(owner, file, Plans.plan(title, PART), at);
    }
}
