package downbeat.web.outbox;

import static downbeat.web.outbox.Facts.SQUARE;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.ParticipantId;
import downbeat.web.outbox.domain.Message;
import downbeat.web.outbox.domain.MessageId;
import downbeat.web.outbox.domain.Said;
import downbeat.web.outbox.domain.Topic;
import downbeat.web.stage.HandClock;
import downbeat.web.stage.Tables;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Messages are kept for so long and no longer, on both databases. */
class ClearingTest {
    private static final Duration KEPT = Duration.ofDays(400);

    private final HandClock clock = new HandClock();

    @Test
    void old_messages_go_with_all_their_letters_and_the_others_stay_on_h2() throws Exception {
        cleared(Tables.OF_OUTBOX.onH2("clearing"));
    }

    @Test
    void old_messages_go_with_all_their_letters_and_the_others_stay_on_postgresql() throws Exception {
        Tables.OF_OUTBOX.onPostgresql(this::cleared);
    }

    private void cleared(Jdbi database) {
        new Facts(database).published();
        var clearing = new Clearing(database, clock, KEPT);
        announce(database, "n-large", 2 * Clearing.BAG + 1);
        announce(database, "n-bag", Clearing.BAG);
        clock.pass(Duration.ofDays(10));
        announce(database, "n-later", 3);
        var meter = new SimpleMeterRegistry();
        var letters = new LetterMeter(database, meter);
        assertThat(clearing.round()).as("nothing is old yet").isZero();
        clock.pass(KEPT.minus(Duration.ofDays(9)));
        assertThat(clearing.round()).isEqualTo(3 * Clearing.BAG + 1);
        assertThat(clearing.round()).isZero();
        var outbox = new Outbox(database, true);
        assertThat(outbox.of(SQUARE))
                .extracting(m -> m.id().value())
                .contains("n-later")
                .doesNotContain("n-large", "n-bag");
        assertThat(outbox.letters(new MessageId("n-large"))).isEmpty();
        assertThat(outbox.letters(new MessageId("n-later"))).hasSize(3);
        letters.count();
        assertThat(meter.get("downbeat.letters.waiting").gauge().value()).isEqualTo(3);
    }

    private void announce(Jdbi database, String id, int readers) {
        var now = clock.instant();
        var message = new Message(
                new MessageId(id),
                SQUARE,
                Topic.ANNOUNCEMENT,
                new Said("The gate", "It is north."),
                Optional.empty(),
                now,
                now.plusSeconds(60));
        new Outbox(database, true)
                .announce(
                        message,
                        IntStream.range(0, readers)
                                .mapToObj(n -> new ParticipantId("m-" + n))
                                .toList());
    }
}
