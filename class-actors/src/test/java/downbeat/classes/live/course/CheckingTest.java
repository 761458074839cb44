package downbeat.classes.live.course;

import static downbeat.classes.live.course.RunningClass.COACH;
import static downbeat.classes.live.course.RunningClass.MIA;
import static downbeat.classes.live.course.RunningClass.NOAH;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.LiveCheck;
import downbeat.classes.live.log.Phase;
import downbeat.classes.live.message.LiveCommand;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The opening of a class: who hears, who sees, who answers. */
class CheckingTest {
    private final RunningClass it = new RunningClass(Plans.intervals());

    private LiveCheck begin(boolean startAfter) {
        it.arrive(MIA);
        it.arrive(NOAH);
        it.does(COACH, new LiveCommand.Check(startAfter, "k-1"));
        it.pass(Duration.ofSeconds(1));
        var check = it.score.state().extras().check();
        assertThat(check).isNotNull();
        return check;
    }

    private String ask() {
        var open = it.score.state().ask();
        assertThat(open).isNotNull();
        return open.cueId();
    }

    @Test
    void it_asks_three_questions_in_45_seconds_and_then_the_plan_runs() {
        var check = begin(true);
        it.pass(Duration.ofSeconds(46));
        assertThat(asked()).containsExactly(AnswerKind.HEAR, AnswerKind.SEE, AnswerKind.READY);
        assertThat(it.issued).filteredOn(cue -> cue.verb() == CueVerb.TONE).hasSize(1);
        assertThat(it.score.state().extras().check()).isNull();
        assertThat(it.score.state().ask()).isNull();
        assertThat(it.score.state().phase()).isEqualTo(Phase.LIVE);
        assertThat(it.score.state().anchor().at()).isEqualTo(check.from().plus(LiveCheck.LENGTH));
        assertThat(first(it.issued, CueVerb.SEGMENT).at()).isEqualTo(check.to());
    }

    @Test
    void who_was_there_and_does_not_say_to_have_heard_the_tone_is_known_while_the_check_goes_on() {
        begin(true);
        it.pass(Duration.ofSeconds(4));
        it.does(MIA, new LiveCommand.Confirm(ask(), null));
        assertThat(Unheard.of(it.score, it.now())).as("may still answer").isEmpty();
        it.pass(Duration.ofSeconds(11));
        it.arrive(COACH);
        assertThat(Unheard.of(it.score, it.now())).containsExactly(NOAH.member());
        it.pass(Duration.ofSeconds(40));
        assertThat(Unheard.of(it.score, it.now())).as("the check is over").isEmpty();
    }

    private List<AnswerKind> asked() {
        return it.issued.stream()
                .filter(cue -> cue.verb() == CueVerb.ASK)
                .map(Cue::state)
                .map(state -> state == null || state.ask() == null
                        ? null
                        : state.ask().answer())
                .toList();
    }

    private static Cue first(List<Cue> cues, CueVerb verb) {
        return cues.stream().filter(cue -> cue.verb() == verb).findFirst().orElseThrow();
    }

    @Test
    void it_knows_of_each_member_what_was_heard_and_seen_and_how_long_it_took() {
        var check = begin(true);
        it.pass(Duration.ofSeconds(4));
        it.does(MIA, new LiveCommand.Confirm(ask(), null));
        it.pass(Duration.ofSeconds(12));
        it.does(MIA, new LiveCommand.Confirm(ask(), check.shape().number()));
        it.does(NOAH, new LiveCommand.Confirm(ask(), check.shape().number() % 3 + 1));
        it.pass(Duration.ofSeconds(15));
        it.does(NOAH, new LiveCommand.Confirm(ask(), null));
        var mia = it.score.checks().get(MIA.member());
        var noah = it.score.checks().get(NOAH.member());
        assertThat(mia).isEqualTo(new CheckResult(Duration.ofMillis(4_750), Duration.ofSeconds(2), true, null));
        assertThat(noah).isEqualTo(new CheckResult(null, Duration.ofSeconds(2), false, Duration.ofSeconds(2)));
        assertThat(it.score.reps(MIA.member())).as("a shape is no repetition").isZero();
    }

    @Test
    void a_shape_that_does_not_exist_is_refused() {
        begin(true);
        it.pass(Duration.ofSeconds(15));
        assertThat(it.refusal(MIA, new LiveCommand.Confirm(ask(), 4))).isEqualTo("bad-field");
        assertThat(it.refusal(MIA, new LiveCommand.Confirm(ask(), null))).isEqualTo("bad-field");
    }

    @Test
    void cut_short_it_lets_the_plan_run_at_once() {
        begin(true);
        it.does(COACH, new LiveCommand.EndCheck());
        assertThat(it.score.state().extras().check()).isNull();
        assertThat(it.score.state().anchor().at()).isEqualTo(it.now().plus(Conductor.RUN_UP));
        it.pass(Duration.ofSeconds(2));
        assertThat(it.issued).filteredOn(cue -> cue.verb() == CueVerb.SEGMENT).isNotEmpty();
    }

    @Test
    void without_a_start_after_it_the_lobby_stays_open() {
        begin(false);
        it.pass(Duration.ofSeconds(60));
        assertThat(it.score.state().phase()).isEqualTo(Phase.LOBBY);
        assertThat(it.score.state().ask()).isNull();
    }

    @Test
    void a_start_does_not_wait_for_it() {
        begin(false);
        it.does(COACH, new LiveCommand.Start(null));
        assertThat(it.score.state().extras().check()).isNull();
        assertThat(it.score.state().ask()).isNull();
        assertThat(it.score.state().phase()).isEqualTo(Phase.LIVE);
    }

    @Test
    void while_it_lasts_the_plan_is_not_moved_and_nothing_else_is_asked() {
        begin(true);
        for (LiveCommand command : List.of(
                new LiveCommand.Pause(null),
                new LiveCommand.Skip(null, null),
                new LiveCommand.Shift(Duration.ofSeconds(5), null),
                new LiveCommand.Ask("a-1", "Ready?", AnswerKind.READY),
                new LiveCommand.Check(true, "k-2"))) {
            assertThat(it.refusal(COACH, command)).isEqualTo("wrong-phase");
        }
    }

    @Test
    void a_repeated_command_is_one_check_and_only_a_lobby_can_be_checked() {
        begin(true);
        var issued = it.issued.size();
        it.does(COACH, new LiveCommand.Check(true, "k-1"));
        assertThat(it.issued).hasSize(issued);
        it.pass(Duration.ofSeconds(50));
        assertThat(it.refusal(COACH, new LiveCommand.Check(true, "k-3"))).isEqualTo("wrong-phase");
        assertThat(it.refusal(COACH, new LiveCommand.EndCheck())).isEqualTo("wrong-phase");
    }

    /** A node that was away for twenty seconds goes on with the question that is due, not with those that are past. */
    @Test
    void it_goes_on_where_it_should_be_after_a_restart() {
        begin(true);
        it.nobodyFor(Duration.ofSeconds(20));
        it.pass(Duration.ofSeconds(1));
        assertThat(asked()).containsExactly(AnswerKind.HEAR, AnswerKind.SEE);
        assertThat(it.issued).filteredOn(cue -> cue.verb() == CueVerb.TONE).isEmpty();
    }

    @Test
    void closing_the_class_ends_it() {
        begin(true);
        it.does(COACH, new LiveCommand.Close(null));
        assertThat(it.score.state().extras().check()).isNull();
        assertThat(it.score.state().ask()).isNull();
    }

    /** Who is in counts as joined, and as staying a minute later. */
    @Test
    void who_comes_in_the_last_second_counts_in_join_success_and_in_retention() {
        it.score.apply(new LiveFact.Expected(MIA.member(), it.now()));
        it.does(COACH, new LiveCommand.Check(true, "k-1"));
        it.pass(Duration.ofSeconds(44));
        it.score.apply(new LiveFact.Expected(NOAH.member(), it.now()));
        it.arrive(NOAH);
        var first = it.issued.size();
        it.pass(Duration.ofSeconds(1).plusMillis(500));
        assertThat(it.issued.subList(first, it.issued.size()))
                .extracting(Cue::verb)
                .contains(CueVerb.CHECKED);
        it.pass(Duration.ofSeconds(60));
        it.does(COACH, new LiveCommand.Close(null));
        var report = Finale.report(it.score);
        assertThat(report.asked()).isEqualTo(2);
        assertThat(report.joined()).isEqualTo(1);
        assertThat(report.retention().oneMinute()).isEqualTo(1.0);
    }
}
