package downbeat.classes.live.log;

import static downbeat.classes.live.log.Cues.cue;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CueLogTest {
    private final CueLog log = new CueLog("e1");

    private void add(int cues) {
        for (var i = 0; i < cues; i++) {
            log.append(cue("e1", log.gen(), log.last() + 1));
        }
    }

    @Test
    void a_device_gets_what_it_missed_in_order_once() {
        log.take(1);
        add(5);
        assertThat(log.resume(new Position("e1", 1, 3)))
                .isEqualTo(new Resumption.Recovered(log.window().subList(3, 5)));
        assertThat(log.resume(log.position())).isEqualTo(new Resumption.Recovered(java.util.List.of()));
    }

    @Test
    void a_device_that_holds_a_lost_tail_is_rewound_to_the_end_of_its_gen() {
        log.take(1);
        add(5);
        log.take(2);
        add(3);
        assertThat(log.resume(new Position("e1", 1, 7)))
                .isEqualTo(new Resumption.Rewound(5, log.window().subList(5, 8)));
        assertThat(log.resume(new Position("e1", 1, 5)))
                .isEqualTo(new Resumption.Recovered(log.window().subList(5, 8)));
        assertThat(log.resume(new Position("e1", 2, 7)))
                .isEqualTo(new Resumption.Recovered(log.window().subList(7, 8)));
    }

    @Test
    void a_position_beyond_the_end_of_the_newest_gen_is_rewound_too() {
        log.take(1);
        add(2);
        assertThat(log.resume(new Position("e1", 1, 900))).isEqualTo(new Resumption.Rewound(2, java.util.List.of()));
    }

    @Test
    void positions_that_cannot_be_served_are_lost() {
        log.take(3);
        add(CueLog.WINDOW + 10);
        assertThat(log.resume(new Position("e2", 3, 1))).isEqualTo(new Resumption.Lost());
        assertThat(log.resume(new Position("e1", 4, 1))).isEqualTo(new Resumption.Lost());
        assertThat(log.resume(new Position("e1", 2, 1))).isEqualTo(new Resumption.Lost());
        assertThat(log.resume(new Position("e1", 3, -1))).isEqualTo(new Resumption.Lost());
        assertThat(log.resume(new Position("e1", 3, 9)))
                .as("one before the window")
                .isEqualTo(new Resumption.Lost());
        assertThat(log.resume(new Position("e1", 3, 10))).isInstanceOf(Resumption.Recovered.class);
    }

    @Test
    void the_name_of_a_cue_is_remembered_beyond_the_window() {
        log.take(1);
        add(CueLog.WINDOW + 10);
        assertThat(log.offsetOf("t-1-1")).contains(1L);
        assertThat(log.find(1)).isEmpty();
    }

    @Test
    void offsets_have_no_gap_and_gens_never_fall() {
        log.take(2);
        add(1);
        assertThatThrownBy(() -> log.append(cue("e1", 2, 3))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> log.append(cue("e9", 2, 2))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> log.append(cue("e1", 3, 2))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> log.take(2)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_copy_that_is_rewound_takes_the_other_cues_at_the_same_offsets() {
        log.take(1);
        add(5);
        log.rewind(3);
        log.take(2);
        add(1);
        assertThat(log.position()).isEqualTo(new Position("e1", 2, 4));
        assertThat(log.offsetOf("t-1-4")).isEmpty();
        assertThat(log.offsetOf("t-2-4")).contains(4L);
    }

    @Test
    void a_cursor_takes_each_cue_once_and_sees_every_gap() {
        var cursor = new Cursor("e1", 1, 10);
        assertThat(cursor.step("e1", 1, 11)).isEqualTo(Step.NEXT);
        assertThat(cursor.step("e1", 1, 10)).isEqualTo(Step.HELD);
        assertThat(cursor.step("e1", 1, 12)).isEqualTo(Step.GAP);
        assertThat(cursor.step("e1", 2, 10)).as("another cue than the one held").isEqualTo(Step.GAP);
        assertThat(cursor.rewound(2, 9).step("e1", 2, 10)).isEqualTo(Step.NEXT);
        assertThat(cursor.rewound(2, 9).step("e1", 1, 10))
                .as("a writer that was replaced")
                .isEqualTo(Step.FENCED);
        assertThat(cursor.step("e2", 1, 11)).isEqualTo(Step.FENCED);
    }
}
