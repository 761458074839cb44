package downbeat.classes.live.connection;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.log.CueKind;
import downbeat.classes.live.message.Channel;
import downbeat.classes.live.message.ConnectionMessage.CueFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private final Lanes lanes = new Lanes();
    private final CueLedger ledger = new CueLedger();

    private static CueFrame cue(long offset, String frame, boolean replay) {
        return new CueFrame("e", 1, offset, CueKind.LIVE, null, ClassTime.ZERO, frame, replay);
    }

    private List<String> drained(long nanos) {
        var frames = new ArrayList<String>();
        for (var next = lanes.next(ledger, nanos); next != null; next = lanes.next(ledger, nanos)) {
            frames.add(next.getStrictText());
        }
        return frames;
    }

    @Test
    void the_most_important_goes_first() {
        lanes.roster("roster", false);
        lanes.latest(Channel.BIO, "bio");
        lanes.latest(Channel.GAUGE, "gauge");
        lanes.latest(Channel.STATE, "state");
        lanes.cue(cue(1, "cue", false), 0);
        lanes.reply("reply");

        assertThat(drained(0)).containsExactly("reply", "cue", "state", "gauge", "roster", "bio");
    }

    @Test
    void of_a_channel_only_the_newest_goes() {
        lanes.latest(Channel.STATE, "old");
        lanes.latest(Channel.STATE, "new");

        assertThat(drained(0)).containsExactly("new");
    }

    @Test
    void too_many_changes_of_the_roster_are_dropped_and_said_so() {
        for (var i = 0; i < Lanes.MOST_ROSTER; i++) {
            assertThat(lanes.roster("change", false)).isTrue();
        }
        assertThat(lanes.roster("one too many", false)).isFalse();
        assertThat(lanes.roster("whole", true)).isTrue();

        assertThat(drained(0)).containsExactly("whole");
    }

    @Test
    void cues_over_64_KiB_are_too_slow() {
        lanes.cue(cue(1, "x".repeat(64 * 1024), false), 0);
        assertThat(lanes.tooSlow(0)).isFalse();

        lanes.cue(cue(2, "x", false), 0);
        assertThat(lanes.tooSlow(0)).isTrue();
    }

    @Test
    void a_cue_waiting_over_two_seconds_is_too_slow() {
        lanes.cue(cue(1, "x", false), 0);

        assertThat(lanes.tooSlow(2 * SECOND)).isFalse();
        assertThat(lanes.tooSlow(2 * SECOND + 1)).isTrue();
    }

    @Test
    void a_long_replay_is_not_too_slow_while_it_moves() {
        lanes.cue(cue(1, "x".repeat(64 * 1024), true), 0);
        lanes.cue(cue(2, "x".repeat(64 * 1024), true), 0);
        lanes.cue(cue(3, "live", false), 0);
        assertThat(lanes.tooSlow(0)).isFalse();

        assertThat(lanes.next(ledger, 2 * SECOND)).isNotNull();

        assertThat(lanes.tooSlow(3 * SECOND)).isFalse();
        assertThat(lanes.tooSlow(4 * SECOND + 1)).isTrue();
    }

    @Test
    void replies_nobody_takes_are_too_slow() {
        for (var i = 0; i <= Lanes.MOST_REPLIES; i++) {
            lanes.reply("reply");
        }
        assertThat(lanes.tooSlow(0)).isTrue();
    }

    @Test
    void a_gate_lets_a_burst_and_then_a_hundred_a_second_pass() {
        var gate = new FloodGate(0);
        var burst = 0;
        while (gate.pass(0)) {
            burst++;
        }
        var second = 0;
        while (gate.pass(SECOND)) {
            second++;
        }
        assertThat(burst).isEqualTo(FloodGate.BURST);
        assertThat(second).isEqualTo(FloodGate.PER_SECOND);
    }
}
