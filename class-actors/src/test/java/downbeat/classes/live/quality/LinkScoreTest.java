package downbeat.classes.live.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkScoreTest {

    @ParameterizedTest
    @CsvSource({
        "LOSS,     0.0299, FULL",
        "LOSS,     0.03,   LEAN",
        "LOSS,     0.0599, LEAN",
        "LOSS,     0.06,   TRAINER_LOW",
        "LOSS,     0.0999, TRAINER_LOW",
        "LOSS,     0.10,   AUDIO_FIRST",
        "LOSS,     0.2499, AUDIO_FIRST",
        "LOSS,     0.25,   CUE_ONLY",
        "LOSS,     1,      CUE_ONLY",
        "RTT,      249,    FULL",
        "RTT,      250,    LEAN",
        "RTT,      500,    TRAINER_LOW",
        "RTT,      1000,   AUDIO_FIRST",
        "RTT,      2500,   CUE_ONLY",
        "JITTER,   59,     FULL",
        "JITTER,   60,     LEAN",
        "JITTER,   120,    TRAINER_LOW",
        "JITTER,   250,    AUDIO_FIRST",
        "JITTER,   600,    CUE_ONLY",
        "FREEZES,  0,      FULL",
        "FREEZES,  1,      LEAN",
        "FREEZES,  2,      TRAINER_LOW",
        "FREEZES,  3,      AUDIO_FIRST",
        "FREEZES,  6,      CUE_ONLY",
        "ACKS,     399,    FULL",
        "ACKS,     400,    LEAN",
        "ACKS,     800,    TRAINER_LOW",
        "ACKS,     1500,   AUDIO_FIRST",
        "ACKS,     3000,   CUE_ONLY"
    })
    void each_measure_has_its_knees(Cause cause, double value, Rung rung) {
        var score = score(only(cause, value));
        assertThat(score.rung()).isEqualTo(rung);
        if (rung != Rung.FULL) {
            assertThat(score.cause()).isEqualTo(cause);
        }
    }

    private static LinkReport only(Cause cause, double value) {
        var none = -1.0;
        return switch (cause) {
            case LOSS -> new LinkReport(new LinkStats(none, none, value, none, 0, none), none);
            case RTT -> new LinkReport(new LinkStats(value, none, none, none, 0, none), none);
            case JITTER -> new LinkReport(new LinkStats(none, value, none, none, 0, none), none);
            case FREEZES -> new LinkReport(new LinkStats(none, none, none, none, (int) value, none), none);
            case ACKS -> new LinkReport(null, value);
            default -> throw new IllegalArgumentException(cause.name().toLowerCase(Locale.ROOT));
        };
    }

    private static LinkScore score(LinkReport report) {
        return LinkScore.of(report).orElseThrow();
    }

    @Test
    void a_link_is_as_good_as_the_worst_there_is_to_say_of_it() {
        var score = score(Links.report(0.04, 1_200, 70, 1));
        assertThat(score.cause()).isEqualTo(Cause.RTT);
        assertThat(score.words()).isEqualTo("round trip 1200 ms");
        assertThat(score.rung()).isEqualTo(Rung.AUDIO_FIRST);
    }

    @Test
    void nothing_said_is_no_score() {
        assertThat(LinkScore.of(LinkReport.NOTHING)).isEmpty();
    }

    @Test
    void a_perfect_link_has_a_hundred_points() {
        assertThat(score(only(Cause.LOSS, 0)).points()).isEqualTo(100);
    }

    @Property
    void whatever_is_said_the_score_is_from_0_to_100(
            @ForAll double rtt, @ForAll double jitter, @ForAll double loss, @ForAll int freezes, @ForAll double acks) {
        var report = new LinkReport(new LinkStats(rtt, jitter, loss, 0, freezes, 0), acks);
        LinkScore.of(report).ifPresent(score -> assertThat(score.points()).isBetween(0, 100));
    }

    @Property
    void no_number_is_not_a_measure(@ForAll int freezes) {
        var nan = Double.NaN;
        var said = LinkScore.of(new LinkReport(new LinkStats(nan, nan, nan, nan, freezes, nan), nan));
        assertThat(said.map(LinkScore::cause).stream()).allMatch(cause -> Objects.equals(cause, Cause.FREEZES));
    }
}
