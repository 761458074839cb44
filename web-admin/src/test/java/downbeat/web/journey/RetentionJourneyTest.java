package downbeat.web.journey;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.stage.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A node takes away by itself what is older than it keeps, soon after its start. */
class RetentionJourneyTest {
    private static final Duration OLDER_THAN_ALL = Duration.ofDays(900);

    private static final String EVENT =
            "INSERT INTO payment_event (event, type, outcome, heard_at) VALUES (?, 'refund.created', 'NOTED', ?)";
    private static final String MESSAGE = "INSERT INTO outbox_message (message, pop_up, topic, subject, words, said_at,"
            + " good_until) VALUES (?, 'p-1', 'WORD', 'Doors', 'Open', ?, 0)";
    private static final String DELIVERY = "INSERT INTO webhook_delivery (webhook, event, type, body, state, tries,"
            + " next_try, claimed_until, said_at) VALUES ('w-1', ?, 'claim.ready', '{}', 'DONE', 1, 0, 0, ?)";

    @Test
    void old_payments_messages_and_deliveries_go_and_young_ones_stay() {
        try (var stage = Stage.open()) {
            var database = stage.node().node().context().database();
            var now = Instant.now();
            for (var insert : List.of(EVENT, MESSAGE, DELIVERY)) {
                database.useHandle(db -> {
                    db.execute(insert, "old", now.minus(OLDER_THAN_ALL).toEpochMilli());
                    db.execute(insert, "young", now.toEpochMilli());
                });
            }
            Awaitility.await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
                for (var query : List.of(
                        "SELECT event FROM payment_event",
                        "SELECT message FROM outbox_message",
                        "SELECT event FROM webhook_delivery")) {
                    List<String> left = database.withHandle(
                            db -> db.createQuery(query).mapTo(String.class).list());
                    assertThat(left).as(query).containsExactly("young");
                }
            });
        }
    }
}
