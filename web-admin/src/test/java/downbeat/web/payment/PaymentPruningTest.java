package downbeat.web.payment;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.drops.domain.DropId;
import downbeat.web.retention.OldRows;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is old goes, what is still needed stays. */
class PaymentPruningTest {
    private final HandClock clock = new HandClock();

    @Test
    void old_rows_go_and_needed_ones_stay_on_h2() throws Exception {
        walk(Tables.OF_PAYMENTS.onH2("payment-old"));
    }

    @Test
    void old_rows_go_and_needed_ones_stay_on_postgresql() throws Exception {
        Tables.OF_PAYMENTS.onPostgresql(this::walk);
    }

    private void walk(Jdbi database) throws Exception {
        event(database, "evt_old", Pruning.EVENTS.plusHours(1));
        event(database, "evt_young", Pruning.EVENTS.minusHours(1));
        due(database, "done-old", "DONE", Pruning.KEPT.plusHours(1));
        due(database, "done-young", "DONE", Pruning.KEPT.minusHours(1));
        due(database, "waits", "WAITING", Pruning.KEPT.multipliedBy(2));
        claim(database, "d-old", 1, Pruning.KEPT.plusHours(1));
        claim(database, "d-old", 2, Pruning.KEPT.plusHours(2));
        claim(database, "d-open", 1, Pruning.KEPT.plusHours(1));
        claim(database, "d-silent", 1, Pruning.KEPT.plusHours(1));
        claim(database, "d-half", 1, Pruning.KEPT.plusHours(1));
        claim(database, "d-half", 2, Pruning.KEPT.minusHours(1));
        claim(database, "d-young", 1, Duration.ZERO);

        assertThat(pruning(database, PaymentPruningTest::settled).round()).isEqualTo(6);
        assertThat(names(database, "SELECT event FROM payment_event")).containsExactly("evt_young");
        assertThat(names(database, "SELECT due FROM payment_due")).containsExactlyInAnyOrder("done-young", "waits");
        for (var table : List.of("payment_checkout", "payment_paid")) {
            assertThat(names(database, "SELECT drop_id || '.' || claim FROM " + table))
                    .as(table)
                    .containsExactlyInAnyOrder("d-open.1", "d-silent.1", "d-half.1", "d-half.2", "d-young.1");
        }
        assertThat(pruning(database, PaymentPruningTest::settled).round()).isZero();

        clock.pass(Pruning.KEPT.plusHours(1));
        assertThat(pruning(database, drop -> true).round()).isEqualTo(1 + 1 + 2 * 5);
        assertThat(names(database, "SELECT due FROM payment_due")).containsExactly("waits");
        twoNodes(database);
    }

    private static boolean settled(DropId drop) {
        if (drop.value().equals("d-silent")) {
            throw new IllegalStateException("no answer");
        }
        return !drop.value().equals("d-open");
    }

    /** More than a bag, by two nodes at once. */
    private void twoNodes(Jdbi database) throws Exception {
        for (int n = 1; n <= OldRows.BAG + 1; n++) {
            event(database, "evt_" + n, Pruning.EVENTS.plusHours(1));
        }
        try (var nodes = Executors.newFixedThreadPool(2)) {
            var rounds = new ArrayList<Future<Integer>>();
            for (int node = 0; node < 2; node++) {
                rounds.add(nodes.submit(() -> pruning(database, drop -> true).round()));
            }
            for (var round : rounds) {
                round.get();
            }
        }
        assertThat(names(database, "SELECT event FROM payment_event")).isEmpty();
    }

    private Pruning pruning(Jdbi database, Predicate<DropId> settled) {
        return new Pruning(database, settled, clock);
    }

    private long ago(Duration age) {
        return clock.instant().minus(age).toEpochMilli();
    }

    private void event(Jdbi database, String event, Duration age) {
        database.useHandle(db -> db.execute(
                "INSERT INTO payment_event (event, type, outcome, heard_at) VALUES (?, 'refund.created', 'NOTED', ?)",
                event,
                ago(age)));
    }

    private void due(Jdbi database, String due, String state, Duration age) {
        database.useHandle(db -> db.execute(
                "INSERT INTO payment_due (due, task, subject, minor, currency, state, tries, next_try, claimed_until,"
                        + " due_at, done_at) VALUES (?, 'REFUND', 'pi_1', 1200, 'EUR', ?, 1, 0, 0, ?, ?)",
                due,
                state,
                ago(age),
                state.equals("DONE") ? ago(age) : null));
    }

    private void claim(Jdbi database, String drop, int claim, Duration age) {
        database.useHandle(db -> db.execute(
                "INSERT INTO payment_checkout (drop_id, claim, checkout, url, minor, currency, opened_at)"
                        + " VALUES (?, ?, 'cs_1', 'https://pay.example/', 1200, 'EUR', ?)",
                drop,
                claim,
                ago(age)));
        database.useHandle(db ->
                db.execute("INSERT INTO payment_paid (drop_id, claim, payment) VALUES (?, ?, 'pi_1')", drop, claim));
    }

    private static List<String> names(Jdbi database, String query) {
        return database.withHandle(
                db -> db.createQuery(query).mapTo(String.class).list());
    }
}
