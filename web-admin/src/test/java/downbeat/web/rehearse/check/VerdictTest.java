package downbeat.web.rehearse.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static DeviceLedger listening(String device, List<Integer> offsets) {
        DeviceLedger ledger = new DeviceLedger(device);
        ledger.attached(new Attachment("e1", 1, 0, false, 0, OptionalLong.empty()));
        offsets.forEach(o -> ledger.arrived(new ArrivedCue("e1", 1, o, "t-" + o, 0, false)));
        return ledger;
    }

    private static Promises promised(int cues) {
        Promises promises = new Promises("trainer");
        for (int offset = 1; offset <= cues; offset++) {
            promises.acknowledged("t-" + offset, offset);
        }
        return promises;
    }

    private static List<Integer> all(int cues) {
        List<Integer> offsets = new ArrayList<>();
        for (int offset = 1; offset <= cues; offset++) {
            offsets.add(offset);
        }
        return offsets;
    }

    @Test
    void holds_when_everybody_has_everything_once_and_in_order() {
        Verdict verdict = Verdict.of(promised(3), List.of(listening("a", all(3)), listening("b", all(3))));
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.deliveries()).isEqualTo(6);
        assertThat(verdict.promised()).isEqualTo(3);
    }

    @Test
    void a_cue_missing_at_the_end_is_lost_although_no_gap_shows_it() {
        Verdict verdict = Verdict.of(promised(3), List.of(listening("a", all(2))));
        assertThat(verdict.findings()).containsExactly(new Finding.Lost("a", 3, "t-3"));
    }

    @Test
    void a_cue_that_the_trainer_was_never_promised_may_be_missing_at_the_end() {
        assertThat(Verdict.of(promised(2), List.of(listening("a", all(3)), listening("b", all(2))))
                        .holds())
                .isTrue();
    }

    @Test
    void devices_must_hold_the_same_cue_at_the_same_position() {
        DeviceLedger other = new DeviceLedger("b");
        other.attached(new Attachment("e1", 1, 0, false, 0, OptionalLong.empty()));
        other.arrived(new ArrivedCue("e1", 1, 1, "t-other", 0, false));
        Verdict verdict = Verdict.of(promised(0), List.of(listening("a", all(1)), other));
        assertThat(verdict.findings()).containsExactly(new Finding.Disagreement("b", 1, "t-1", "t-other"));
    }

    @Test
    void a_promise_that_changes_is_found() {
        Promises promises = promised(1);
        promises.acknowledged("t-1", 2);
        assertThat(Verdict.of(promises, List.of()).findings())
                .containsExactly(new Finding.PromiseChanged("trainer", "t-1", 1, 2));
    }

    @Test
    void nothing_is_expected_of_a_deaf_device_or_of_one_that_never_came_in() {
        DeviceLedger deaf = listening("deaf", all(1));
        deaf.goesDeaf();
        Verdict verdict = Verdict.of(promised(3), List.of(deaf, new DeviceLedger("absent")));
        assertThat(verdict.holds()).isTrue();
        assertThat(verdict.devices()).isZero();
    }

    /** Seeded bugs of a stream: whatever is left out, doubled or swapped is found. */
    @Property(tries = 300)
    void every_fault_in_a_stream_is_found(
            @ForAll @IntRange(min = 3, max = 60) int cues,
            @ForAll @IntRange(min = 0, max = 1_000) int where,
            @ForAll Fault fault) {
        List<Integer> offsets = all(cues);
        int at = where % (cues - 1);
        switch (fault) {
            case LOST -> offsets.subList(at, at + 1).clear();
            case LOST_AT_THE_END -> offsets.removeLast();
            case DOUBLED -> offsets.add(at + 1, offsets.get(at));
            case SWAPPED -> Collections.swap(offsets, at, at + 1);
            case DOUBLED_LATER -> offsets.add(offsets.get(at));
        }
        Verdict verdict = Verdict.of(promised(cues), List.of(listening("good", all(cues)), listening("bad", offsets)));
        assertThat(verdict.holds()).isFalse();
        assertThat(verdict.findings()).allMatch(finding -> finding.device().equals("bad"));
    }

    enum Fault {
        LOST,
        LOST_AT_THE_END,
        DOUBLED,
        SWAPPED,
        DOUBLED_LATER
    }
}
