package downbeat.classes.live.sequencer;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.bio.BioRow;
import downbeat.classes.live.bio.Line;
import downbeat.classes.live.bio.Metric;
import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.bio.Shares;
import downbeat.classes.live.bio.Sheet;
import downbeat.classes.live.bio.Signs;
import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.clock.ClockMark;
import downbeat.classes.live.course.LiveFact;
import downbeat.classes.live.course.Score;
import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.log.Burst;
import downbeat.classes.live.log.ClassState;
import downbeat.classes.live.log.Cue;
import downbeat.classes.live.log.CueKind;
import downbeat.classes.live.log.CueVerb;
import downbeat.classes.live.log.OpenAsk;
import downbeat.classes.live.log.Tone;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.PopId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BiofeedbackTest {
    private static final PopId BERLIN = new PopId("berlin");
    private static final PopId PARIS = new PopId("paris");
    private static final ParticipantId MIA = new ParticipantId("mia");

    private final Biofeedback biofeedback = new Biofeedback();
    private final Score score = new Score();
    private long offset;

    BiofeedbackTest() {
        var free = new Segment(
                0,
                SegmentKind.FREE,
                Duration.ZERO,
                Duration.ofMinutes(30),
                Optional.empty(),
                OptionalInt.empty(),
                "Ride");
        score.apply(new LiveFact.EpochOpened("e1", CuePlan.of("Ride", "", List.of(free), List.of())));
        score.apply(new LiveFact.GenTaken(1, new ClockMark("boot", 0, 0, ClassTime.ZERO)));
    }

    private static ClassTime at(double seconds) {
        return ClassTime.ofMillis(1000 * seconds);
    }

    private static List<BioRow> rows(String name, int heartRate, ClassTime at) {
        return List.of(
                new BioRow(new ParticipantId(name), name, Signs.of(Reading.of(heartRate, null, null, null), at)));
    }

    private void control(CueVerb verb, ClassState state) {
        score.apply(new LiveFact.CueIssued(new Cue(
                "e1",
                1,
                ++offset,
                "c-" + offset,
                CueKind.CONTROL,
                verb,
                at(0),
                at(0),
                0,
                "",
                Duration.ZERO,
                Tone.NONE,
                null,
                state)));
    }

    private void burst(@Nullable Burst burst) {
        control(CueVerb.BURST, score.state().bursting(burst));
    }

    private static List<String> names(Optional<Sheet> sheet) {
        return sheet.orElseThrow().board().stream().map(Line::name).toList();
    }

    @Test
    void a_class_in_which_nobody_shares_is_told_nothing() {
        biofeedback.take(BERLIN, List.of());

        assertThat(biofeedback.due(score, at(1))).isEmpty();
    }

    @Test
    void what_two_relays_know_is_told_at_once_and_once_a_second() {
        biofeedback.take(BERLIN, rows("mia", 140, at(0.9)));
        biofeedback.take(PARIS, rows("noah", 150, at(0.9)));

        assertThat(names(biofeedback.due(score, at(1)))).containsExactly("noah", "mia");
        biofeedback.take(BERLIN, rows("mia", 160, at(1.2)));
        assertThat(biofeedback.due(score, at(1.25))).as("too soon").isEmpty();
        assertThat(names(biofeedback.due(score, at(2)))).containsExactly("mia", "noah");
        assertThat(biofeedback.due(score, at(3))).as("nothing new was heard").isEmpty();
    }

    @Test
    void when_the_last_member_stops_sharing_an_empty_board_is_told_once() {
        biofeedback.take(BERLIN, rows("mia", 140, at(1)));
        biofeedback.due(score, at(1));
        biofeedback.take(BERLIN, List.of());

        assertThat(names(biofeedback.due(score, at(2)))).isEmpty();
        biofeedback.take(BERLIN, List.of());
        assertThat(biofeedback.due(score, at(3))).isEmpty();
    }

    @Test
    void a_lost_relays_members_leave_the_board() {
        biofeedback.take(BERLIN, rows("mia", 140, at(1)));
        biofeedback.take(PARIS, rows("noah", 150, at(1)));
        biofeedback.drop(PARIS);

        assertThat(names(biofeedback.due(score, at(1)))).containsExactly("mia");
    }

    @Test
    void a_burst_orders_the_board_by_its_metric_and_is_seen_out_for_three_seconds() {
        burst(new Burst("b-1", at(1), at(16), Metric.POWER));
        biofeedback.take(BERLIN, List.of());
        var open = biofeedback.due(score, at(2)).orElseThrow();
        assertThat(open.burst()).isEqualTo("b-1");
        assertThat(open.metric()).isEqualTo(Metric.POWER);
        assertThat(open.board()).as("though nobody shares").isEmpty();

        biofeedback.due(score, at(16));
        burst(null);
        biofeedback.take(BERLIN, rows("mia", 140, at(18)));
        assertThat(biofeedback.due(score, at(18.5)).orElseThrow().burst()).isEqualTo("b-1");
        biofeedback.take(BERLIN, rows("mia", 140, at(19)));
        assertThat(biofeedback.due(score, at(19.5)).orElseThrow().burst())
                .as("for the trainer alone again")
                .isNull();
    }

    @Test
    void confirmed_reps_are_told_of_those_who_share_them() {
        control(CueVerb.ASK, score.state().asking(new OpenAsk("a-1", "How many?", AnswerKind.REPS)));
        score.apply(new LiveFact.Confirmed("a-1", MIA, 12, at(1)));
        biofeedback.take(BERLIN, rows("mia", 140, at(1)));
        assertThat(biofeedback.due(score, at(1)).orElseThrow().board())
                .extracting(Line::confirmed)
                .containsOnlyNulls();

        score.apply(new LiveFact.Wished(MIA, Shares.ALL, true, at(1.5)));
        biofeedback.take(BERLIN, rows("mia", 140, at(2)));
        assertThat(biofeedback.due(score, at(2)).orElseThrow().board())
                .extracting(Line::confirmed)
                .containsExactly(12);
    }
}
