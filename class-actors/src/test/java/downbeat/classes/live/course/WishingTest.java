package downbeat.classes.live.course;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.bio.Shares;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.live.message.Wish;
import org.junit.jupiter.api.Test;

class WishingTest {
    private final RunningClass running = new RunningClass(Plans.intervals());

    @Test
    void a_member_who_chose_nothing_shares_nothing_and_lets_cues_be_adapted() {
        assertThat(running.score.wish(RunningClass.MIA.member()))
                .isEqualTo(new Wish(RunningClass.MIA.member(), Shares.NONE, true));
        assertThat(running.score.wishes()).isEmpty();
    }

    @Test
    void one_choice_leaves_the_other_as_it_was() {
        var mia = RunningClass.MIA;
        assertThat(running.does(mia, new LiveCommand.AdaptMe(false))).isEqualTo(new LiveAnswer.Done());
        assertThat(running.does(mia, new LiveCommand.Share(Shares.ALL))).isEqualTo(new LiveAnswer.Done());

        assertThat(running.score.wishes()).containsExactly(new Wish(mia.member(), Shares.ALL, false));
        assertThat(running.score.wish(RunningClass.NOAH.member()).shares()).isEqualTo(Shares.NONE);
    }

    @Test
    void only_members_have_a_choice() {
        assertThat(running.refusal(RunningClass.COACH, new LiveCommand.Share(Shares.ALL)))
                .isEqualTo("not-allowed");
        assertThat(running.refusal(RunningClass.COACH, new LiveCommand.AdaptMe(true)))
                .isEqualTo("not-allowed");
    }
}
