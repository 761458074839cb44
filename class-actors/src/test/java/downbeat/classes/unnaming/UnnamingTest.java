package downbeat.classes.unnaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class UnnamingTest {
    private static final String STAYS =
            "{\"events\":[{\"type\":\"StaysNoted\",\"participant\":\"mia\",\"name\":\"Mia\",\"stays\":[]}]}";
    private static final String ARRIVED = "{\"facts\":[{\"type\":\"Arrived\",\"member\":\"mia\",\"name\":\"Mia\"}]}";
    private static final String KEPT = "{\"events\":[{\"type\":\"DeviceRegistered\",\"name\":\"Phone of Mia\"}]}";

    private final Jdbi database =
            Jdbi.create("jdbc:h2:mem:unnaming-" + System.nanoTime() + ";DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");

    UnnamingTest() {
        database.useHandle(db -> {
            db.execute("CREATE TABLE event_journal (ordering BIGINT PRIMARY KEY, persistence_id VARCHAR(255),"
                    + " event_payload BLOB)");
            db.execute("CREATE TABLE snapshot (persistence_id VARCHAR(255))");
            db.execute("CREATE TABLE class_report (class_id VARCHAR(64), report VARCHAR(4000))");
            db.execute("CREATE TABLE class_unnaming (id INTEGER PRIMARY KEY, position BIGINT, upto BIGINT)");
        });
    }

    @Test
    void names_of_people_go_from_classes_and_cue_logs_and_from_nothing_else() {
        row(1, "live-class|c-1", STAYS);
        row(2, "pop-up|u-1", KEPT);
        row(3, "cue-log|c-1", ARRIVED);
        database.useHandle(db -> db.execute("INSERT INTO class_report VALUES ('c-1',"
                + " '{\"members\":[{\"member\":\"mia\",\"name\":\"Mia\",\"share\":0.5}],\"asked\":1}')"));
        new Unnaming(database).round();
        assertThat(payload(1)).contains("\"participant\":\"mia\"").doesNotContain("Mia");
        assertThat(payload(2)).isEqualTo(KEPT);
        assertThat(payload(3)).isEqualTo(ARRIVED.replace("Mia", ""));
        assertThat(report()).contains("\"share\":0.5").doesNotContain("Mia");
    }

    @Test
    void it_goes_on_where_it_stopped_and_leaves_alone_what_came_later() {
        for (int n = 1; n <= 450; n++) {
            row(n, "live-class|c-1", STAYS);
        }
        new Unnaming(database).round();
        row(451, "live-class|c-1", STAYS);
        var next = new Unnaming(database);
        for (int round = 0; round < 5; round++) {
            next.round();
        }
        assertThat(payload(1)).doesNotContain("Mia");
        assertThat(payload(450)).doesNotContain("Mia");
        assertThat(payload(451)).as("of this version, which names nobody").contains("Mia");
    }

    private void row(long ordering, String id, String payload) {
        database.useHandle(db -> db.execute(
                "INSERT INTO event_journal VALUES (?, ?, ?)", ordering, id, payload.getBytes(StandardCharsets.UTF_8)));
    }

    private String report() {
        return database.withHandle(db -> db.createQuery("SELECT report FROM class_report")
                .mapTo(String.class)
                .one());
    }

    private String payload(long ordering) {
        return database.withHandle(
                db -> db.createQuery("SELECT event_payload FROM event_journal WHERE ordering = :ordering")
                        .bind("ordering", ordering)
                        .map((row, context) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
                        .one());
    }
}
