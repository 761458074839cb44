package downbeat.classes.live.course;

import static downbeat.classes.live.course.RunningClass.COACH;
import static downbeat.classes.live.course.RunningClass.MIA;
import static downbeat.classes.live.course.RunningClass.NOAH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.live.report.ResponseFigures;
import downbeat.classes.live.report.ResponseFigures.Answers;
import java.time.Duration;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What members say back, as the trainer reads it afterwards. */
class FeedbackTest {
    private static final Offset<Double> ONE_PERCENT_OF_A_MINUTE = Offset.offset(600.0);

    private final RunningClass it = new RunningClass(Plans.intervals());

    FeedbackTest() {
        it.arrive(MIA);
        it.arrive(NOAH);
    }

    private ResponseFigures back() {
        return it.score.responses();
    }

    private void ask(String cueId) {
        it.does(COACH, new LiveCommand.Ask(cueId, "How many?", AnswerKind.REPS));
    }

    private void leave(Joiner who) {
        it.score.apply(new LiveFact.Left(who.member(), it.now()));
    }

    @Test
    void a_hand_waits_until_the_trainer_takes_it_down_and_one_that_is_taken_back_waits_for_nobody() {
        it.does(MIA, new LiveCommand.Hand(true));
        it.does(MIA, new LiveCommand.Hand(true));
        it.does(NOAH, new LiveCommand.Hand(true));
        it.pass(Duration.ofSeconds(20));
        it.does(NOAH, new LiveCommand.Hand(false));
        it.pass(Duration.ofSeconds(40));
        it.does(COACH, new LiveCommand.Lower(MIA.member()));
        it.does(NOAH, new LiveCommand.Hand(true));
        var hands = back().hands();
        assertThat(hands.raised()).isEqualTo(3);
        assertThat(hands.lowered()).isEqualTo(1);
        assertThat(hands.waited().p50()).isCloseTo(60_000, ONE_PERCENT_OF_A_MINUTE);
    }

    @Test
    void an_ask_was_put_to_whoever_was_here_while_it_was_open_whether_or_not_they_stayed() {
        leave(NOAH);
        it.pass(Duration.ofSeconds(10));
        ask("a-1");
        it.pass(Duration.ofSeconds(2));
        it.does(MIA, new LiveCommand.Confirm("a-1", 8));
        it.arrive(NOAH);
        it.pass(Duration.ofSeconds(1));
        leave(NOAH);
        it.pass(Duration.ofSeconds(1));
        it.does(COACH, new LiveCommand.EndAsk("a-1"));
        ask("a-2");
        it.pass(Duration.ofSeconds(1));
        it.does(COACH, new LiveCommand.EndAsk("a-2"));
        assertThat(back().answers().newest())
                .extracting(ResponseFigures.Ask::cueId, ResponseFigures.Ask::asked, ResponseFigures.Ask::confirmed)
                .containsExactly(tuple("a-1", 2L, 1L), tuple("a-2", 1L, 0L));
        assertThat(back().answers().asked()).isEqualTo(3);
        assertThat(back().answers().confirmed()).isEqualTo(1);
    }

    @Test
    void of_an_answer_that_is_corrected_the_first_tells_how_long_it_took() {
        ask("a-1");
        it.pass(Duration.ofSeconds(2));
        it.does(MIA, new LiveCommand.Confirm("a-1", 8));
        it.pass(Duration.ofSeconds(30));
        it.does(MIA, new LiveCommand.Confirm("a-1", 9));
        it.does(COACH, new LiveCommand.EndAsk("a-1"));
        assertThat(back().answers().took().count()).isEqualTo(1);
        assertThat(back().answers().took().max()).isCloseTo(2_000, Offset.offset(20.0));
    }

    @Test
    void an_ask_that_is_followed_by_another_is_over_and_the_close_of_the_class_ends_the_last() {
        ask("a-1");
        it.pass(Duration.ofSeconds(1));
        ask("a-2");
        assertThat(back().answers().asks()).isEqualTo(1);
        it.does(COACH, new LiveCommand.Close(null));
        assertThat(back().answers().asks()).isEqualTo(2);
    }

    @Test
    void the_newest_asks_are_listed_and_all_are_counted() {
        for (var i = 0; i <= Answers.MOST; i++) {
            ask("a-" + i);
        }
        it.does(COACH, new LiveCommand.Close(null));
        assertThat(back().answers().asks()).isEqualTo(Answers.MOST + 1);
        assertThat(back().answers().newest()).hasSize(Answers.MOST);
        assertThat(back().answers().newest().getFirst().cueId()).isEqualTo("a-1");
    }

    @Test
    void the_live_check_has_figures_of_its_own_and_its_asks_are_no_questions_of_the_trainer() {
        it.does(COACH, new LiveCommand.Check(true, "k-1"));
        it.pass(Duration.ofSeconds(5));
        var open = it.score.state().ask();
        assertThat(open).isNotNull();
        it.does(MIA, new LiveCommand.Confirm(open.cueId(), null));
        it.pass(Duration.ofSeconds(11));
        var check = it.score.state().extras().check();
        var seen = it.score.state().ask();
        assertThat(check).isNotNull();
        assertThat(seen).isNotNull();
        it.does(MIA, new LiveCommand.Confirm(seen.cueId(), check.shape().number()));
        it.does(NOAH, new LiveCommand.Confirm(seen.cueId(), 1 + check.shape().number() % 3));
        it.pass(Duration.ofSeconds(30));
        assertThat(back().check()).isEqualTo(new ResponseFigures.Check(2, 1, 2, 1, 0));
        assertThat(back().answers().asks()).isZero();
    }

    @Test
    void whoever_came_after_the_live_check_was_cut_short_was_not_asked() {
        leave(NOAH);
        it.pass(Duration.ofSeconds(1));
        it.does(COACH, new LiveCommand.Check(true, "k-1"));
        it.pass(Duration.ofSeconds(5));
        it.does(COACH, new LiveCommand.EndCheck());
        it.pass(Duration.ofSeconds(5));
        it.arrive(NOAH);
        assertThat(back().check()).isEqualTo(new ResponseFigures.Check(1, 0, 0, 0, 0));
    }

    @Test
    void a_class_without_a_live_check_says_nothing_of_one() {
        assertThat(back().check()).isNull();
    }
}
