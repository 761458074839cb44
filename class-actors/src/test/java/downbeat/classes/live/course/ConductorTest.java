package downbeat.classes.live.course;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.Phase;
import downbeat.classes.live.log.Tone;
import downbeat.classes.live.message.Joiner;
import downbeat.classes.live.message.LiveAnswer;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.live.message.Role;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a command does to a running class. */
class ConductorTest {
    private static final Duration LEAD = Duration.ofMillis(60);
    private static final Joiner COACH = joiner("coach", Role.TRAINER);
    private static final Joiner MIA = joiner("mia", Role.MEMBER);
    private static final Joiner NOAH = joiner("noah", Role.MEMBER);
    private static final Joiner SCREEN = joiner("wall", Role.SCREEN);

    private final Score score = new Score();
    private ClassTime now = ClassTime.ZERO;

    @Test
    void nothing_is_taken_before_the_lobby_opens() {
        assertThat(refusal(COACH, new LiveCommand.Start(null))).isEqualTo("wrong-phase");
        assertThat(refusal(MIA, new LiveCommand.Hand(true))).isEqualTo("wrong-phase");
    }

    @Test
    void opening_twice_is_one_epoch() {
        open();
        assertThat(decide(null, new LiveCommand.Open("e2", Plans.intervals())).facts())
                .isEmpty();
        assertThat(score.log().epoch()).isEqualTo("e1");
    }

    @Test
    void a_class_runs_half_a_second_after_its_start_so_that_all_move_at_once() {
        live();
        assertThat(score.state().phase()).isEqualTo(Phase.LIVE);
        assertThat(score.state().anchor().at()).isEqualTo(now.plus(Conductor.RUN_UP));
    }

    @Test
    void starting_twice_is_refused_but_a_repeated_start_is_the_same_start() {
        open();
        var first = decide(COACH, new LiveCommand.Start("t-1")).answer();
        assertThat(decide(COACH, new LiveCommand.Start("t-1")).answer()).isEqualTo(first);
        assertThat(refusal(COACH, new LiveCommand.Start("t-2"))).isEqualTo("wrong-phase");
    }

    @Test
    void a_double_tap_is_one_cue_with_the_first_offset_and_time() {
        live();
        var first = decide(COACH, tap("t-9")).answer();
        now = now.plus(Duration.ofSeconds(3));
        var again = decide(COACH, tap("t-9"));
        assertThat(again.facts()).isEmpty();
        assertThat(again.answer()).isEqualTo(first);
    }

    @Test
    void a_tap_is_executed_its_lead_after_it_was_issued() {
        live();
        assertThat(decide(COACH, tap("t-1")).answer()).isEqualTo(new LiveAnswer.Issued("t-1", 2, now.plus(LEAD)));
    }

    @Test
    void a_pause_holds_the_plan_and_a_resume_goes_on_from_there() {
        live();
        pass(10_500);
        decide(COACH, new LiveCommand.Pause(null));
        pass(60_000);
        assertThat(position()).isEqualTo(Duration.ofSeconds(10));
        decide(COACH, new LiveCommand.Resume(null));
        pass(1_500);
        assertThat(position()).isEqualTo(Duration.ofSeconds(11));
        assertThat(refusal(COACH, new LiveCommand.Resume(null))).isEqualTo("wrong-phase");
    }

    @Test
    void a_skip_goes_to_the_next_segment_or_to_a_named_one_and_no_further() {
        live();
        pass(5_000);
        decide(COACH, new LiveCommand.Skip(null, null));
        assertThat(score.state().anchor().plan()).isEqualTo(Duration.ofMillis(20_033));
        decide(COACH, new LiveCommand.Skip(2, null));
        assertThat(score.state().anchor().plan()).isEqualTo(Duration.ofMillis(40_051));
        pass(2_000);
        assertThat(refusal(COACH, new LiveCommand.Skip(null, null))).isEqualTo("wrong-phase");
        assertThat(refusal(COACH, new LiveCommand.Skip(3, null))).isEqualTo("bad-field");
        assertThat(refusal(COACH, new LiveCommand.Skip(-1, null))).isEqualTo("bad-field");
    }

    @Test
    void a_shift_moves_what_is_to_come_and_keeps_within_ten_minutes() {
        live();
        pass(10_500);
        decide(COACH, new LiveCommand.Shift(Duration.ofSeconds(5), null));
        assertThat(position()).isEqualTo(Duration.ofSeconds(5));
        assertThat(score.state().from()).as("what has played stays played").isEqualTo(Duration.ofSeconds(10));
        assertThat(refusal(COACH, new LiveCommand.Shift(Duration.ZERO, null))).isEqualTo("bad-field");
        assertThat(refusal(COACH, new LiveCommand.Shift(Duration.ofMinutes(11), null)))
                .isEqualTo("bad-field");
    }

    @Test
    void who_has_not_confirmed_is_known_and_an_answer_may_be_corrected() {
        live();
        arrive(MIA);
        arrive(NOAH);
        decide(COACH, new LiveCommand.Ask("a-1", "How many?", AnswerKind.REPS));
        decide(MIA, new LiveCommand.Confirm("a-1", 10));
        decide(MIA, new LiveCommand.Confirm("a-1", 12));
        var tally = score.ask();
        assertThat(tally).isNotNull();
        assertThat(tally.missing()).extracting(person -> person.name()).containsExactly("noah");
        assertThat(score.reps(MIA.member())).isEqualTo(12);
        assertThat(score.responses(MIA.member())).isEqualTo(1);
        assertThat(refusal(NOAH, new LiveCommand.Confirm("a-0", 1))).isEqualTo("unknown-cue");
        decide(COACH, new LiveCommand.EndAsk("a-1"));
        assertThat(refusal(NOAH, new LiveCommand.Confirm("a-1", 1))).isEqualTo("unknown-cue");
    }

    @Test
    void hands_keep_their_order_and_a_hand_raised_twice_keeps_its_place() {
        live();
        decide(MIA, new LiveCommand.Hand(true));
        decide(NOAH, new LiveCommand.Hand(true));
        assertThat(decide(MIA, new LiveCommand.Hand(true)).answer()).isEqualTo(new LiveAnswer.HandIs(true, 1));
        decide(COACH, new LiveCommand.Lower(MIA.member()));
        assertThat(decide(NOAH, new LiveCommand.Hand(true)).answer()).isEqualTo(new LiveAnswer.HandIs(true, 1));
    }

    @Test
    void only_the_trainer_leads_and_a_screen_only_watches() {
        live();
        for (var command : List.<LiveCommand>of(tap("t-1"), new LiveCommand.Pause(null), new LiveCommand.Close(null))) {
            assertThat(refusal(MIA, command)).isEqualTo("not-allowed");
            assertThat(refusal(SCREEN, command)).isEqualTo("not-allowed");
        }
        assertThat(refusal(SCREEN, new LiveCommand.Hand(true))).isEqualTo("not-allowed");
        assertThat(refusal(COACH, new LiveCommand.End())).isEqualTo("not-allowed");
    }

    @Test
    void after_the_close_nothing_is_led_any_more_and_after_the_end_nothing_is_taken() {
        live();
        decide(COACH, new LiveCommand.Close(null));
        assertThat(score.state().phase()).isEqualTo(Phase.CLOSING);
        assertThat(refusal(COACH, tap("t-1"))).isEqualTo("wrong-phase");
        decide(null, new LiveCommand.End());
        assertThat(score.state().phase()).isEqualTo(Phase.ENDED);
        assertThat(refusal(MIA, new LiveCommand.Hand(true))).isEqualTo("wrong-phase");
    }

    private static Joiner joiner(String name, Role role) {
        return new Joiner(new ClassId("c-1"), new ParticipantId(name), name, role);
    }

    private static LiveCommand tap(String cueId) {
        return new LiveCommand.Tap(cueId, CueVerb.SAY, "Go", Tone.GO, Duration.ofSeconds(4));
    }

    private void open() {
        decide(null, new LiveCommand.Open("e1", Plans.intervals()));
        score.apply(new LiveFact.GenTaken(1, new ClockMark("boot", 0, 0, ClassTime.ZERO)));
    }

    private void live() {
        open();
        decide(COACH, new LiveCommand.Start(null));
    }

    private void arrive(Joiner who) {
        score.apply(new LiveFact.Arrived(who.member(), who.name(), now));
    }

    private void pass(long millis) {
        now = now.plus(Duration.ofMillis(millis));
    }

    private Duration position() {
        return score.state().anchor().position(now);
    }

    private Verdict decide(@Nullable Joiner by, LiveCommand command) {
        var verdict = Conductor.decide(score, command, by, now, LEAD);
        verdict.facts().forEach(score::apply);
        return verdict;
    }

    private String refusal(Joiner by, LiveCommand command) {
        var verdict = decide(by, command);
        assertThat(verdict.facts()).isEmpty();
        assertThat(verdict.answer()).isInstanceOf(LiveAnswer.Refused.class);
        return ((LiveAnswer.Refused) verdict.answer()).code();
    }
}
