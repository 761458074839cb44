package downbeat.classes.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.log.CueKind;
import downbeat.classes.live.log.CueLog;
import downbeat.classes.live.message.ConnectionMessage.CueFrame;
import downbeat.classes.live.report.How;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CueLedgerTest {
    private static final long MILLI = 1_000_000;
    private final CueLedger ledger = new CueLedger();

    static CueFrame live(long offset) {
        return new CueFrame(
                "e", 1, offset, CueKind.LIVE, ClassTime.ofMillis(1050), ClassTime.ofMillis(1000), "{}", false);
    }

    static CueFrame planned(long offset) {
        return new CueFrame(
                "e", 1, offset, CueKind.PLANNED, ClassTime.ofMillis(11_000), ClassTime.ofMillis(1000), "{}", false);
    }

    @Test
    void a_live_cue_gives_an_upper_bound_and_an_estimate() {
        ledger.sent(live(1), 0);
        ledger.acked(new Ack(1, 20, 1060, How.LATE), 100 * MILLI);

        var batch = ledger.drain(100 * MILLI);

        assertThat(batch.upper()).containsExactly(80_000L);
        assertThat(batch.estimate()).containsExactly(60_000L);
        assertThat(batch.skew()).isEmpty();
        assertThat(batch.how()).containsExactly(0L, 1L, 0L, 0L, 0L);
    }

    @Test
    void a_planned_cue_gives_its_skew_only() {
        ledger.sent(planned(1), 0);
        ledger.acked(new Ack(1, 20, 10_997, How.ONTIME), 11_000 * MILLI);

        var batch = ledger.drain(11_000 * MILLI);

        assertThat(batch.skew()).containsExactly(-3_000L);
        assertThat(batch.upper()).isEmpty();
        assertThat(batch.unacked()).isZero();
    }

    @Test
    void forged_acks_are_counted_and_never_a_sample() {
        ledger.sent(live(1), 0);
        ledger.acked(new Ack(1, 200, 1060, How.ONTIME), 100 * MILLI);
        ledger.acked(new Ack(1, -1, 1060, How.ONTIME), 100 * MILLI);
        ledger.acked(new Ack(2, 0, 1060, How.ONTIME), 100 * MILLI);

        var batch = ledger.drain(100 * MILLI);

        assertThat(batch.forged()).isEqualTo(3);
        assertThat(batch.acked()).isZero();
        assertThat(batch.upper()).isEmpty();
    }

    @Test
    void a_cue_without_an_ack_counts_as_unacked_and_is_taken_back_when_the_ack_comes() {
        ledger.sent(live(1), 0);
        assertThat(ledger.drain(4_900 * MILLI).unacked()).isZero();
        assertThat(ledger.drain(5_100 * MILLI).unacked()).isEqualTo(1);
        assertThat(ledger.outstanding()).containsExactly(1L);

        ledger.acked(new Ack(1, 0, Double.NaN, How.LATE), 6_000 * MILLI);

        var batch = ledger.drain(6_000 * MILLI);
        assertThat(batch.unacked()).isEqualTo(-1);
        assertThat(batch.acked()).isEqualTo(1);
        assertThat(ledger.outstanding()).isEmpty();
    }

    @Test
    void a_planned_cue_has_its_patience_after_its_time() {
        ledger.sent(planned(1), 0);

        assertThat(ledger.drain(14_900 * MILLI).unacked()).isZero();
        assertThat(ledger.drain(15_100 * MILLI).unacked()).isEqualTo(1);
    }

    @Test
    void a_carried_cue_may_be_acked_without_a_sample() {
        ledger.carry(List.of(7L));
        ledger.acked(new Ack(7, 5, 1060, How.ONTIME), 100 * MILLI);

        var batch = ledger.drain(100 * MILLI);

        assertThat(batch.acked()).isEqualTo(1);
        assertThat(batch.unacked()).isEqualTo(-1);
        assertThat(batch.sent()).isZero();
        assertThat(batch.upper()).isEmpty();
    }

    @Test
    void a_cue_sent_again_over_the_next_socket_is_counted_once() {
        ledger.sent(live(1), 0);
        var before = ledger.end();
        var next = new CueLedger();
        next.carry(ledger.outstanding());
        next.sent(live(1), 0);
        next.acked(new Ack(1, 0, 1060, How.ONTIME), 100 * MILLI);

        var after = next.end();

        assertThat(before.sent() + after.sent()).isEqualTo(1);
        assertThat(before.acked() + after.acked()).isEqualTo(1);
        assertThat(before.unacked() + after.unacked()).isZero();
    }

    @Test
    void replayed_and_withdrawn_cues_give_no_samples() {
        ledger.sent(new CueFrame("e", 1, 1, CueKind.LIVE, null, ClassTime.ZERO, "{}", true), 0);
        ledger.sent(live(2), 0);
        ledger.acked(new Ack(1, 0, 1060, How.REPLAYED), 100 * MILLI);
        ledger.acked(new Ack(2, 0, 1060, How.WITHDRAWN), 100 * MILLI);

        var batch = ledger.drain(100 * MILLI);

        assertThat(batch.acked()).isEqualTo(2);
        assertThat(batch.upper()).isEmpty();
        assertThat(batch.estimate()).isEmpty();
    }

    @Property(tries = 200)
    void nothing_sent_is_lost_from_the_books(@ForAll @IntRange(min = 1, max = 3000) int cues, @ForAll long seed) {
        var books = new CueLedger();
        var random = new Random(seed);
        long sent = 0;
        long acked = 0;
        long unacked = 0;
        for (var offset = 1; offset <= cues; offset++) {
            books.sent(live(offset), offset * 100L * MILLI);
            if (random.nextInt(3) > 0) {
                books.acked(new Ack(1 + random.nextInt(offset), 0, 1060, How.ONTIME), offset * 100L * MILLI);
            }
            if (random.nextInt(20) == 0) {
                var batch = books.drain(offset * 100L * MILLI);
                sent += batch.sent();
                acked += batch.acked();
                unacked += batch.unacked();
            }
        }
        var last = books.end();

        assertThat(sent + last.sent()).isEqualTo(cues);
        assertThat(acked + last.acked() + unacked + last.unacked()).isEqualTo(cues);
    }

    @Property(tries = 200)
    void an_upper_bound_is_never_negative(@ForAll @DoubleRange(min = -50, max = 500) double held) {
        var books = new CueLedger();
        books.sent(live(1), 0);
        books.acked(new Ack(1, held, 1060, How.ONTIME), 100 * MILLI);

        var batch = books.drain(100 * MILLI);

        assertThat(batch.upper()).allMatch(upper -> upper >= 0);
        assertThat(batch.upper().size() + batch.forged()).isEqualTo(1);
    }

    @Test
    void a_replay_of_the_whole_log_that_is_acked_at_last_leaves_nothing_unacked() {
        LongStream.rangeClosed(1, CueLog.WINDOW).forEach(offset -> ledger.sent(live(offset), 0));
        LongStream.rangeClosed(1, CueLog.WINDOW)
                .forEach(offset -> ledger.acked(new Ack(offset, 0, 1060, How.REPLAYED), 100 * MILLI));

        var batch = ledger.end();

        assertThat(batch.sent()).isEqualTo(CueLog.WINDOW);
        assertThat(batch.acked()).isEqualTo(CueLog.WINDOW);
        assertThat(batch.unacked()).isZero();
        assertThat(batch.forged()).isZero();
    }

    @Test
    void what_is_remembered_has_an_end() {
        LongStream.rangeClosed(1, 20_000).forEach(offset -> ledger.sent(live(offset), 0));

        assertThat(ledger.outstanding()).hasSize(CueLedger.REMEMBERED + CueLedger.MOST_CARRIED);
    }
}
