package downbeat.web.rehearse.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class DeviceLedgerTest {
    private static final String EPOCH = "e1";
    private final DeviceLedger ledger = new DeviceLedger("m-1");

    private static Attachment firstVisit(long offset) {
        return new Attachment(EPOCH, 1, offset, false, 0, OptionalLong.empty());
    }

    private static Attachment recovered(long gen, long offset, long replayed) {
        return new Attachment(EPOCH, gen, offset, true, replayed, OptionalLong.empty());
    }

    private boolean cue(long offset) {
        return cue(1, offset, "t-" + offset);
    }

    private boolean cue(long gen, long offset, String cueId) {
        return ledger.arrived(new ArrivedCue(EPOCH, gen, offset, cueId, 0, false));
    }

    private boolean replay(long gen, long offset) {
        return ledger.arrived(new ArrivedCue(EPOCH, gen, offset, "t-" + offset, 0, true));
    }

    private List<String> kinds() {
        return ledger.findings().stream().map(Finding::kind).toList();
    }

    @Test
    void an_unbroken_stream_after_joining_late_is_right() {
        ledger.attached(firstVisit(41));
        assertThat(cue(42)).isTrue();
        assertThat(cue(43)).isTrue();
        assertThat(ledger.findings()).isEmpty();
        assertThat(ledger.position()).contains(new Position(EPOCH, 1, 43));
        assertThat(ledger.deliveries()).isEqualTo(2);
    }

    @Test
    void a_doubled_cue_is_found_and_not_acted_on() {
        ledger.attached(firstVisit(0));
        cue(1);
        assertThat(cue(1)).isFalse();
        assertThat(kinds()).containsExactly("Doubled");
    }

    @Test
    void a_gap_is_found() {
        ledger.attached(firstVisit(0));
        cue(1);
        cue(3);
        assertThat(ledger.findings()).containsExactly(new Finding.Gap("m-1", 2, 3));
    }

    @Test
    void cues_in_the_wrong_order_are_found() {
        ledger.attached(firstVisit(0));
        cue(2);
        cue(1);
        assertThat(kinds()).containsExactly("Gap", "Reordered");
    }

    @Test
    void a_cue_from_before_joining_is_found() {
        ledger.attached(firstVisit(5));
        cue(5);
        assertThat(kinds()).containsExactly("Doubled");
    }

    @Test
    void a_replaced_writer_is_found_and_not_acted_on() {
        ledger.attached(firstVisit(0));
        cue(2, 1, "t-1");
        assertThat(cue(1, 2, "t-2")).isFalse();
        assertThat(ledger.findings()).containsExactly(new Finding.WrongGen("m-1", 2, 1));
    }

    @Test
    void cues_of_an_older_writer_may_be_replayed_after_a_takeover() {
        ledger.attached(firstVisit(0));
        cue(1);
        ledger.attached(recovered(2, 3, 2));
        replay(1, 2);
        replay(2, 3);
        cue(2, 4, "t-4");
        assertThat(ledger.findings()).isEmpty();
        assertThat(ledger.position()).contains(new Position(EPOCH, 2, 4));
    }

    @Test
    void another_epoch_is_found() {
        ledger.attached(firstVisit(0));
        ledger.attached(new Attachment("e2", 1, 0, false, 0, OptionalLong.empty()));
        assertThat(kinds()).containsExactly("WrongEpoch");
    }

    @Test
    void coming_back_without_what_was_missed_is_found() {
        ledger.attached(firstVisit(0));
        cue(1);
        ledger.attached(firstVisit(4));
        assertThat(ledger.findings()).containsExactly(new Finding.NotRecovered("m-1", 2, 4));
    }

    @Test
    void coming_back_when_nothing_was_missed_is_right() {
        ledger.attached(firstVisit(0));
        cue(1);
        ledger.attached(firstVisit(1));
        cue(2);
        assertThat(ledger.findings()).isEmpty();
    }

    @Test
    void a_replay_that_announces_too_little_is_found() {
        ledger.attached(firstVisit(0));
        cue(1);
        ledger.attached(recovered(1, 4, 2));
        assertThat(ledger.findings()).containsExactly(new Finding.WrongReplay("m-1", 3, 2));
    }

    @Test
    void a_rewind_forgets_positions_but_not_sounds() {
        ledger.attached(firstVisit(0));
        cue(1);
        cue(2);
        ledger.sounded("t-2");
        ledger.attached(new Attachment(EPOCH, 2, 2, true, 1, OptionalLong.of(1)));
        ledger.arrived(new ArrivedCue(EPOCH, 2, 2, "t-2", 0, true));
        assertThat(ledger.findings()).isEmpty();
        assertThat(ledger.hasSounded("t-2")).isTrue();
    }

    @Test
    void one_cue_at_two_positions_is_found() {
        ledger.attached(firstVisit(0));
        cue(1, 1, "t-1");
        assertThat(cue(1, 2, "t-1")).isFalse();
        assertThat(kinds()).containsExactly("Repeated");
    }

    @Test
    void a_newer_revision_of_a_cue_is_right() {
        ledger.attached(firstVisit(0));
        ledger.arrived(new ArrivedCue(EPOCH, 1, 1, "p-1", 0, false));
        assertThat(ledger.arrived(new ArrivedCue(EPOCH, 1, 2, "p-1", 1, false))).isTrue();
        assertThat(ledger.findings()).isEmpty();
    }

    @Test
    void a_sound_made_twice_is_found() {
        ledger.sounded("t-1");
        ledger.sounded("t-1");
        assertThat(kinds()).containsExactly("SoundedTwice");
    }
}
