package downbeat.classes.live.course;

import static downbeat.classes.live.course.RunningClass.COACH;
import static downbeat.classes.live.course.RunningClass.MIA;
import static downbeat.classes.live.course.RunningClass.NOAH;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.live.log.AnswerKind;
import downbeat.classes.live.message.LiveCommand;
import downbeat.classes.live.quality.LinkStats;
import downbeat.classes.live.quality.Rung;
import downbeat.classes.live.report.AckBatch;
import downbeat.classes.live.report.ClassReport;
import downbeat.classes.live.report.ClassReport.Quantiles;
import downbeat.classes.live.report.Histograms;
import downbeat.classes.live.report.MemberTally;
import downbeat.classes.live.report.RelayTally;
import downbeat.classes.live.report.Tally;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The report of a class that two relays measured. */
class FinaleTest {
    private final RunningClass it = new RunningClass(Plans.intervals());

    private ClassReport report() {
        it.arrive(MIA);
        it.arrive(NOAH);
        it.does(MIA, new LiveCommand.Hand(true));
        it.does(COACH, new LiveCommand.Ask("a-1", "Ready?", AnswerKind.READY));
        it.pass(Duration.ofSeconds(3));
        it.does(COACH, new LiveCommand.Lower(MIA.member()));
        it.does(MIA, new LiveCommand.Confirm("a-1", null));
        it.does(COACH, new LiveCommand.EndAsk("a-1"));
        it.does(COACH, new LiveCommand.Close(null));
        return Finale.report(it.score);
    }

    private static RelayTally relay(String run, double rtt, long join, MemberTally... members) {
        var tally = new Tally();
        for (var i = 1; i <= 100; i++) {
            tally.said(new LinkStats(rtt * i, i, 0, 0, 0, 0));
            tally.add(new AckBatch(
                    List.of(i * 1_000L),
                    List.of(i * 900L),
                    List.of(-i * 10L),
                    1,
                    1,
                    0,
                    List.of(1L),
                    0,
                    -1,
                    -1,
                    i * join));
        }
        return tally.told(run, List.of(members), 3, List.of(60_000L, 5_000L, 0L, 0L, 0L, 0L));
    }

    private static MemberTally member(ParticipantId who, long fallbacks, Rung lowest) {
        return new MemberTally(who, 1, 1, 1, 0, 1, Rung.FULL, "nothing is wrong", fallbacks, lowest);
    }

    private void measured() {
        it.score.apply(new LiveFact.Measured(
                relay("one", 1, 10_000, member(MIA.member(), 1, Rung.LEAN), member(NOAH.member(), 0, Rung.FULL))));
        it.score.apply(new LiveFact.Measured(relay("two", 3, 20_000, member(MIA.member(), 2, Rung.AUDIO_FIRST))));
    }

    /** Somebody else computes the report again, from the raw histograms alone. */
    @Test
    void every_percentile_can_be_computed_again_from_the_raw_histograms() {
        measured();
        var report = report();
        var links = report.links();
        var back = report.back();
        var raw = report.histograms();
        assertThat(links).isNotNull();
        assertThat(back).isNotNull();
        computedAgain(raw.upper(), report.cue().upper());
        computedAgain(raw.estimate(), report.cue().estimate());
        computedAgain(raw.skew(), report.skew());
        computedAgain(raw.join(), links.join());
        computedAgain(raw.rtt(), links.rtt());
        computedAgain(raw.jitter(), links.jitter());
        computedAgain(raw.hands(), back.hands().waited());
        computedAgain(raw.answers(), back.answers().took());
    }

    private static void computedAgain(@Nullable String raw, Quantiles told) {
        assertThat(raw).isNotNull();
        assertThat(told.count()).isPositive();
        assertThat(Quantiles.of(Histograms.decode(raw))).isEqualTo(told);
    }

    @Test
    void what_two_relays_measured_is_merged_and_never_averaged() {
        measured();
        var links = report().links();
        assertThat(links).isNotNull();
        assertThat(links.rtt().count()).isEqualTo(200);
        assertThat(links.rtt().max()).isBetween(300.0, 303.0);
        assertThat(links.rtt().p50())
                .as("the median of 1..100 and 3, 6..300, not the mean of two medians")
                .isBetween(73.0, 77.0);
        assertThat(links.join().max()).isBetween(2_000.0, 2_020.0);
        assertThat(links.rungs().millis()).containsExactly(120_000L, 10_000L, 0L, 0L, 0L, 0L);
    }

    @Test
    void a_member_s_fallbacks_are_added_up_over_relays_and_the_lowest_rung_is_kept() {
        measured();
        var report = report();
        var rungs = report.links();
        assertThat(rungs).isNotNull();
        assertThat(rungs.rungs().members()).isEqualTo(2);
        assertThat(rungs.rungs().fell()).isEqualTo(1);
        assertThat(report.fallbacks()).isEqualTo(6);
        var mia = report.members().getFirst().tally();
        assertThat(mia).isNotNull();
        assertThat(mia.fallbacks()).isEqualTo(3);
        assertThat(mia.lowest()).isEqualTo(Rung.AUDIO_FIRST);
    }

    @Test
    void a_class_that_only_older_relays_measured_says_nothing_of_links() {
        var now = relay("one", 1, 10_000);
        it.score.apply(new LiveFact.Measured(new RelayTally(
                "one",
                now.upper(),
                now.estimate(),
                now.skew(),
                now.sent(),
                now.acked(),
                now.unacked(),
                now.how(),
                0,
                0,
                0,
                -1,
                List.of(),
                0,
                null)));
        assertThat(report().links()).isNull();
    }
}
