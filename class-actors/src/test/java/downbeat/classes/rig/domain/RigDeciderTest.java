package downbeat.classes.rig.domain;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.rig.domain.RigCommand.RecordVerdict;
import downbeat.classes.rig.domain.RigEvent.VerdictRecorded;
import downbeat.classes.stage.Readings;
import downbeat.kernel.AccountId;
import downbeat.kernel.spec.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RigDeciderTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final AccountId ROBIN = new AccountId("robin");
    private static final RecordVerdict GOOD = new RecordVerdict(ROBIN, Readings.good());

    private static DeciderSpec<RigCommand, RigEvent, Rig, RigReply> rig() {
        return DeciderSpec.of(new RigDecider(), NOW);
    }

    private static VerdictRecorded recorded(long number, Instant at) {
        return new VerdictRecorded(number, ROBIN, Readings.good(), RigRules.judge(Readings.good()), at);
    }

    private static List<VerdictRecorded> aDayFull() {
        return LongStream.rangeClosed(1, RigDecider.MOST_A_DAY)
                .mapToObj(number -> recorded(number, NOW))
                .toList();
    }

    @Test
    void the_figures_alone_decide() {
        rig().when(GOOD)
                .then(recorded(1, NOW))
                .replies(new RigReply.Recorded(
                        new RecordedVerdict(1, Readings.good(), RigRules.judge(Readings.good()), NOW)));
        var reply = rig().when(new RecordVerdict(ROBIN, Readings.none())).reply();
        assertThat(((RigReply.Recorded) reply).verdict().judgement().verdict()).isEqualTo(Verdict.NOT_READY);
    }

    @Test
    void verdicts_are_numbered_and_the_newest_counts() {
        rig().given(recorded(1, NOW.minusSeconds(60)))
                .when(GOOD)
                .then(recorded(2, NOW))
                .leaves(state ->
                        assertThat(((Rig.Checked) state).newest().number()).isEqualTo(2));
    }

    @Test
    void a_rig_is_not_checked_without_end() {
        var full = rig().given(aDayFull());
        full.when(GOOD).refuses(new RigRefusal.TooManyVerdicts(RigDecider.MOST_A_DAY, NOW.plus(RigDecider.DAY)));
        full.after(RigDecider.DAY.minusMillis(1)).when(GOOD).refuses(RigRefusal.TooManyVerdicts.class);
        full.after(RigDecider.DAY)
                .when(GOOD)
                .then(recorded(RigDecider.MOST_A_DAY + 1, NOW.plus(RigDecider.DAY)))
                .leaves(state -> assertThat(((Rig.Checked) state).thatDay()).isEqualTo(1));
        assertThat(new RigRefusal.TooManyVerdicts(96, NOW).detail()).contains("96", "24 hours");
    }

    @Test
    void a_day_begins_with_its_first_verdict() {
        rig().given(recorded(1, NOW))
                .after(Duration.ofHours(30))
                .when(GOOD)
                .leaves(state -> assertThat(((Rig.Checked) state).dayBegan()).isEqualTo(NOW.plusSeconds(30 * 3600)));
    }
}
