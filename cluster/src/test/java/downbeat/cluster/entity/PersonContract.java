package downbeat.cluster.entity;

import static downbeat.cluster.tally.TestNodes.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.cluster.journal.Stumbles;
import downbeat.cluster.tally.Tally;
import downbeat.cluster.tally.Tally.Command.Count;
import downbeat.cluster.tally.Tally.TallyId;
import downbeat.cluster.tally.World;
import downbeat.kernel.Outcome;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Entities that are people: sealed in the journal, and gone for good once erased; once on each database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PersonContract {
    private static final int TOLD = 424_242;
    private static final String TOTAL = "SELECT COALESCE(MAX(total), 0) FROM tally_board WHERE id = :id";

    private final World world;

    PersonContract(World world) {
        this.world = world;
    }

    @BeforeAll
    void start() {
        world.start();
        answers();
    }

    private void restart() {
        world.restart();
        answers();
    }

    /** On a busy machine it takes a while until entities have their place. */
    private void answers() {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> world.people()
                        .show(new TallyId("anybody"))
                        .toCompletableFuture()
                        .get()
                        .isEmpty());
    }

    @AfterAll
    void close() {
        world.close();
    }

    @Test
    void what_is_stored_of_a_person_says_nothing_without_the_key() {
        TallyId mia = new TallyId("sealed");
        count(mia, TOLD);
        assertThat(rows(mia))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row)
                        .contains("sealed")
                        .doesNotContain("Counted")
                        .doesNotContain(String.valueOf(TOLD)));
        assertThat(keys(mia)).isEqualTo(1);
        restart();
        assertThat(get(world.people().show(mia))).contains(new Tally.Shown(TOLD, false, 0));
        await().atMost(Duration.ofSeconds(30)).until(() -> world.count(TOTAL, mia.value()) == TOLD);
    }

    @Test
    void nobody_gets_a_key_by_being_looked_at() {
        TallyId nobody = new TallyId("looked-at");
        assertThat(get(world.people().show(nobody))).isEmpty();
        assertThat(keys(nobody)).isZero();
    }

    @Test
    void who_is_erased_is_gone_for_good() {
        TallyId mia = new TallyId("erased");
        IdempotencyKey key = new IdempotencyKey("again");
        get(world.people().ask(mia, new Count(TOLD), key));
        get(world.people().ask(mia, new Tally.Command.Rest(Instant.now().plusSeconds(3_000))));
        await().atMost(Duration.ofSeconds(30)).until(() -> deadlines(mia) == 1);
        get(world.people().erase(mia));
        assertGone(mia, key);
        get(world.people().erase(mia));
        restart();
        assertGone(mia, key);
        get(world.people().erase(mia));
        assertThat(keys(mia)).isZero();
        assertThat(deadlines(mia)).isZero();
        assertThat(rows(mia)).hasSize(2).allSatisfy(row -> assertThat(row).contains("\"events\":[]"));
    }

    @Test
    void who_never_was_can_be_erased_too() {
        TallyId nobody = new TallyId("never-was");
        get(world.people().erase(nobody));
        assertThat(get(world.people().ask(nobody, new Count(1)))).isEqualTo(Outcome.refused(new Gone()));
    }

    @Test
    void a_snapshot_is_sealed_and_goes_with_its_person() {
        TallyId mia = new TallyId("long");
        for (int i = 0; i < 520; i++) {
            count(mia, 1);
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> snapshots(mia).size() == 1);
        assertThat(snapshots(mia).getFirst()).contains("sealed").doesNotContain("count");
        restart();
        assertThat(get(world.people().show(mia))).contains(new Tally.Shown(520, false, 0));
        get(world.people().erase(mia));
        assertThat(snapshots(mia)).isEmpty();
    }

    @Test
    void rows_that_an_earlier_version_stored_in_the_clear_are_read_and_go_as_well() {
        TallyId old = new TallyId("old");
        get(world.tallies().ask(old, new Count(TOLD)));
        execute("INSERT INTO event_journal (persistence_id, sequence_number, deleted, writer, write_timestamp,"
                + " adapter_manifest, event_payload, event_ser_id, event_ser_manifest) SELECT 'person|old',"
                + " sequence_number, deleted, writer, write_timestamp, adapter_manifest, event_payload, event_ser_id,"
                + " event_ser_manifest FROM event_journal WHERE persistence_id = 'tally|old'");
        count(old, 1);
        assertThat(get(world.people().show(old))).contains(new Tally.Shown(TOLD + 1, false, 0));
        assertThat(rows(old).getFirst()).contains("Counted");
        get(world.people().erase(old));
        assertThat(rows(old)).hasSize(2).allSatisfy(row -> assertThat(row).doesNotContain("Counted"));
    }

    @Test
    void a_view_is_built_again_past_those_who_are_gone() {
        TallyId mia = new TallyId("gone-before");
        TallyId lost = new TallyId("lost-key");
        TallyId tom = new TallyId("stays");
        for (var who : List.of(mia, lost, tom)) {
            count(who, 7);
            await().atMost(Duration.ofSeconds(30)).until(() -> world.count(TOTAL, who.value()) == 7);
        }
        get(world.people().erase(mia));
        // As in a journal that was brought back from a copy which is older than the erasure.
        execute("UPDATE personal_key SET secret = NULL WHERE entity_id = 'lost-key'");
        execute("DELETE FROM akka_projection_offset_store WHERE projection_name = 'person-board'");
        execute("DELETE FROM tally_board WHERE id IN ('gone-before', 'lost-key', 'stays')");
        restart();
        count(tom, 1);
        await().atMost(Duration.ofSeconds(60)).until(() -> world.count(TOTAL, tom.value()) == 8);
        assertThat(world.count(TOTAL, mia.value())).isZero();
        assertThat(world.count(TOTAL, lost.value())).isZero();
        assertThat(get(world.people().ask(lost, new Count(1)))).isEqualTo(Outcome.refused(new Gone()));
        assertThat(world.node().context().find(Stumbles.class).names()).isEmpty();
    }

    @Test
    void who_lost_key_and_table_is_as_if_erased() {
        TallyId mia = new TallyId("lost-table");
        count(mia, 7);
        execute("DELETE FROM personal_key WHERE entity_id = 'lost-table'");
        restart();
        assertThat(get(world.people().show(mia))).isEmpty();
        assertThat(get(world.people().ask(mia, new Count(1)))).isEqualTo(Outcome.refused(new Gone()));
    }

    private void assertGone(TallyId who, IdempotencyKey key) {
        assertThat(get(world.people().show(who))).isEmpty();
        assertThat(get(world.people().ask(who, new Count(TOLD), key))).isEqualTo(Outcome.refused(new Gone()));
    }

    private void count(TallyId who, int by) {
        assertThat(get(world.people().ask(who, new Count(by)))).isInstanceOf(Outcome.Accepted.class);
    }

    private long keys(TallyId who) {
        return world.count("SELECT COUNT(secret) FROM personal_key WHERE entity_id = :id", who.value());
    }

    private long deadlines(TallyId who) {
        return world.count("SELECT COUNT(*) FROM entity_deadline WHERE entity_id = :id", who.value());
    }

    private List<String> rows(TallyId who) {
        return payloads(
                "SELECT event_payload FROM event_journal WHERE persistence_id = :id ORDER BY sequence_number", who);
    }

    private List<String> snapshots(TallyId who) {
        return payloads("SELECT snapshot_payload FROM snapshot WHERE persistence_id = :id", who);
    }

    private List<String> payloads(String sql, TallyId who) {
        return world.node()
                .context()
                .database()
                .withHandle(db -> db.createQuery(sql)
                        .bind("id", "person|" + who.value())
                        .map((row, context) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                        .list());
    }

    private void execute(String sql) {
        world.node().context().database().useHandle(db -> db.execute(sql));
    }
}
