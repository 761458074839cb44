package downbeat.classes.live.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RungLadderTest {
    private final Links link = new Links();

    @Test
    void a_good_link_stays_on_top() {
        link.seconds(100, Links.GOOD);
        assertThat(link.rung()).isEqualTo(Rung.FULL);
        assertThat(link.moves).isEmpty();
        assertThat(link.ladder.score()).isGreaterThan(90);
    }

    @Test
    void down_at_once_and_over_several_rungs_in_one_move() {
        link.second(Links.losing(0.30));
        assertThat(link.newest()).isEqualTo(new Move(Rung.FULL, Rung.CUE_ONLY, Cause.LOSS, "loss 30 % for 1 s"));
    }

    @Test
    void the_reason_says_for_how_long_there_has_been_trouble() {
        link.second(Links.losing(0.04)).second(Links.losing(0.06));
        assertThat(link.newest().why()).isEqualTo("loss 6 % for 2 s");
        assertThat(link.ladder.why()).isEqualTo("loss 6 % for 2 s");
    }

    @Test
    void up_one_rung_for_every_eight_seconds_without_trouble() {
        link.second(Links.losing(0.12));
        assertThat(link.rung()).isEqualTo(Rung.AUDIO_FIRST);
        assertThat(link.untilMove(Links.GOOD)).isEqualTo(9);
        assertThat(link.newest()).isEqualTo(new Move(Rung.AUDIO_FIRST, Rung.TRAINER_LOW, Cause.CLEAN, "8 s clean"));
        assertThat(link.untilMove(Links.GOOD)).isEqualTo(8);
        assertThat(link.rung()).isEqualTo(Rung.LEAN);
        assertThat(link.untilMove(Links.GOOD)).isEqualTo(8);
        assertThat(link.rung()).isEqualTo(Rung.FULL);
    }

    @Test
    void a_link_just_good_enough_for_the_next_rung_does_not_rise_to_it() {
        link.second(Links.losing(0.031));
        link.seconds(60, Links.losing(0.029));
        assertThat(link.rung()).as("a margin is missing").isEqualTo(Rung.LEAN);
        assertThat(link.untilMove(Links.losing(0.02))).isEqualTo(9);
    }

    @Test
    void one_bad_second_begins_the_eight_anew() {
        link.second(Links.losing(0.04)).seconds(7, Links.GOOD).second(Links.losing(0.04));
        assertThat(link.untilMove(Links.GOOD)).isEqualTo(9);
    }

    @Test
    void every_relapse_within_thirty_seconds_doubles_the_time_up_to_a_minute() {
        var waits = new int[6];
        link.second(Links.losing(0.04));
        for (var i = 0; i < waits.length; i++) {
            waits[i] = link.untilMove(Links.GOOD) - 1;
            link.second(Links.losing(0.04));
        }
        assertThat(waits).containsExactly(8, 16, 32, 64, 64, 64);
    }

    @Test
    void trouble_later_than_thirty_seconds_after_a_rise_is_no_relapse() {
        link.second(Links.losing(0.04));
        link.untilMove(Links.GOOD);
        link.second(Links.losing(0.04));
        assertThat(link.untilMove(Links.GOOD)).isEqualTo(17);
        link.seconds(31, Links.GOOD).second(Links.losing(0.04));
        assertThat(link.untilMove(Links.GOOD)).isEqualTo(9);
    }

    @Test
    void a_pin_is_a_ceiling_and_taking_it_away_gives_back_what_the_link_has_earned() {
        assertThat(link.ladder.pin(Rung.AUDIO_FIRST))
                .contains(new Move(Rung.FULL, Rung.AUDIO_FIRST, Cause.PIN, "pinned to AUDIO_FIRST"));
        link.seconds(100, Links.GOOD);
        assertThat(link.rung()).isEqualTo(Rung.AUDIO_FIRST);
        link.second(Links.losing(0.5));
        assertThat(link.rung()).as("below the pin").isEqualTo(Rung.CUE_ONLY);
        link.seconds(9, Links.GOOD);
        assertThat(link.rung()).isEqualTo(Rung.AUDIO_FIRST);
        link.seconds(40, Links.GOOD);
        assertThat(link.ladder.pin(null)).map(Move::to).contains(Rung.FULL);
    }

    @Test
    void shedding_is_a_ceiling_too_and_says_so() {
        assertThat(link.ladder.shed(Rung.LEAN))
                .contains(new Move(Rung.FULL, Rung.LEAN, Cause.SHED, "the node has too much to do"));
        link.seconds(100, Links.GOOD);
        assertThat(link.rung()).isEqualTo(Rung.LEAN);
        assertThat(link.ladder.shed(Rung.FULL)).map(Move::to).contains(Rung.FULL);
    }

    @Test
    void a_device_that_falls_silent_keeps_the_sound_within_three_seconds() {
        link.seconds(3, Links.GOOD);
        assertThat(link.untilMove(LinkReport.NOTHING)).isEqualTo(2);
        assertThat(link.newest().to()).isEqualTo(Rung.AUDIO_FIRST);
        assertThat(link.newest().cause()).isEqualTo(Cause.SILENCE);
    }

    @Test
    void a_device_that_never_speaks_of_its_link_is_not_silent() {
        link.seconds(60, LinkReport.NOTHING);
        assertThat(link.rung()).isEqualTo(Rung.FULL);
        link.second(new LinkReport(null, 900));
        assertThat(link.newest())
                .isEqualTo(new Move(Rung.FULL, Rung.TRAINER_LOW, Cause.ACKS, "acks after 900 ms for 1 s"));
    }

    @Test
    void a_member_who_did_not_hear_the_live_check_begins_one_rung_lower_and_earns_the_rest() {
        assertThat(link.ladder.unheard(link.now))
                .contains(new Move(Rung.FULL, Rung.LEAN, Cause.CHECK, "did not hear the live check"));
        assertThat(link.untilMove(Links.GOOD)).isEqualTo(9);
        assertThat(link.rung()).isEqualTo(Rung.FULL);
    }

    /** The bandwidth of one member falls: queues fill, round trips grow, then frames are lost, then it comes back. */
    @Test
    void when_bandwidth_falls_the_member_is_on_audio_first_within_three_seconds_and_comes_back_one_rung_at_a_time() {
        link.seconds(20, Links.GOOD);
        var fell = link.now;
        link.second(Links.report(0.02, 420, 150, 0))
                .second(Links.report(0.08, 900, 300, 1))
                .second(Links.report(0.12, 1_300, 320, 1));
        assertThat(link.rung()).isEqualTo(Rung.AUDIO_FIRST);
        assertThat(link.now.minus(fell)).isLessThanOrEqualTo(Duration.ofSeconds(3));
        link.seconds(20, Links.report(0.12, 1_300, 320, 0));
        var down = link.moves.size();
        link.seconds(120, Links.GOOD);
        assertThat(link.moves.subList(down, link.moves.size()))
                .extracting(Move::to)
                .containsExactly(Rung.TRAINER_LOW, Rung.LEAN, Rung.FULL);
        assertThat(link.moves.subList(0, down)).allMatch(Move::down);
    }
}
