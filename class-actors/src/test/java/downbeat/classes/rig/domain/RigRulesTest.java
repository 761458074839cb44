package downbeat.classes.rig.domain;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.rig.figures.AudioDelay.How;
import downbeat.classes.rig.figures.Battery;
import downbeat.classes.rig.figures.Camera;
import downbeat.classes.rig.figures.Figures;
import downbeat.classes.rig.figures.PopTrip;
import downbeat.classes.stage.Readings;
import downbeat.kernel.PopId;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RigRulesTest {

    private static Finding of(Figures figures, Item item) {
        return RigRules.judge(figures).findings().stream()
                .filter(finding -> finding.item() == item)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_rig_within_all_limits_is_ready_and_nothing_is_said_of_it() {
        var judgement = RigRules.judge(Readings.good());
        assertThat(judgement.verdict()).isEqualTo(Verdict.READY);
        assertThat(judgement.findings()).extracting(Finding::item).containsExactly(Item.values());
        assertThat(judgement.findings()).allMatch(finding -> finding.reasons().isEmpty());
    }

    @Test
    void what_was_not_checked_is_not_ready() {
        var judgement = RigRules.judge(Readings.none());
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(judgement.findings())
                .allMatch(finding -> finding.verdict() == Verdict.NOT_READY)
                .allMatch(finding -> finding.reasons().size() == 1);
    }

    @Test
    void one_bad_part_spoils_the_rig() {
        var judgement = RigRules.judge(Readings.with(new Camera(1920, 1080, 12, 0.5)));
        assertThat(judgement.verdict()).isEqualTo(Verdict.NOT_READY);
        assertThat(judgement.findings()).extracting(Finding::verdict).containsOnlyOnce(Verdict.NOT_READY);
        assertThat(of(Readings.with(new Camera(1920, 1080, 12, 0.5)), Item.CAMERA)
                        .reasons())
                .containsExactly("Fewer than 15 frames a second come from the camera.");
    }

    @Test
    void every_limit_that_is_missed_has_its_sentence() {
        assertThat(of(Readings.with(new Camera(1000, 700, 20, 0.1)), Item.CAMERA))
                .isEqualTo(new Finding(
                        Item.CAMERA,
                        Verdict.USABLE,
                        List.of(
                                "The picture is narrower than 1280 pixels.",
                                "The picture is lower than 720 pixels.",
                                "Fewer than 24 frames a second come from the camera.",
                                "The picture is darker than 20 % of full brightness.")));
    }

    @ParameterizedTest
    @EnumSource(Limit.class)
    void a_figure_at_its_limit_keeps_it_and_one_beyond_does_not(Limit limit) {
        var beyond = limit.side() == Limit.Side.AT_LEAST ? -1e-9 : 1e-9;
        assertThat(limit.of(limit.ready())).isEqualTo(Verdict.READY);
        assertThat(limit.missedBy(limit.ready())).isEmpty();
        assertThat(limit.of(limit.ready() + beyond)).isEqualTo(Verdict.USABLE);
        assertThat(limit.of(limit.usable())).isEqualTo(Verdict.USABLE);
        assertThat(limit.of(limit.usable() + beyond)).isEqualTo(Verdict.NOT_READY);
        assertThat(limit.missedBy(limit.usable() + beyond).orElseThrow())
                .endsWith(".")
                .doesNotContain("%s")
                .isNotEqualTo(limit.missedBy(limit.usable()).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"0.6,READY", "0.59,USABLE", "0.3,USABLE", "0.29,NOT_READY", "0,NOT_READY"})
    void a_battery_must_last_for_a_class(double level, Verdict verdict) {
        assertThat(of(Readings.with(new Battery(OptionalDouble.of(level), false)), Item.BATTERY)
                        .verdict())
                .isEqualTo(verdict);
        assertThat(of(Readings.with(new Battery(OptionalDouble.of(level), true)), Item.BATTERY)
                        .verdict())
                .as("plugged in")
                .isEqualTo(Verdict.READY);
    }

    @Test
    void a_battery_nobody_knows_of_is_usable_and_ready_when_plugged_in() {
        assertThat(of(Readings.with(new Battery(OptionalDouble.empty(), false)), Item.BATTERY))
                .isEqualTo(new Finding(Item.BATTERY, Verdict.USABLE, List.of(RigRules.LEVEL_UNKNOWN)));
        assertThat(of(Readings.with(new Battery(OptionalDouble.empty(), true)), Item.BATTERY)
                        .verdict())
                .isEqualTo(Verdict.READY);
    }

    @Test
    void the_best_pop_counts() {
        var near = new PopTrip(Readings.BERLIN, 20, 80);
        var far = new PopTrip(new PopId("madrid"), 45, 2);
        assertThat(of(Readings.with(near, far), Item.POP).verdict())
                .as("the nearest is no good when its way varies")
                .isEqualTo(Verdict.READY);
        assertThat(of(Readings.with(near), Item.POP).reasons())
                .containsExactly("The way to the nearest PoP varies by more than 60 ms.");
        assertThat(of(Readings.with(new PopTrip[0]), Item.POP).reasons()).containsExactly("No PoP was reached.");
    }

    @ParameterizedTest
    @CsvSource({
        "MEASURED,125,READY",
        "TAPPED,126,USABLE",
        "MEASURED,400,USABLE",
        "MEASURED,401,NOT_READY",
        "REPORTED,20,USABLE",
        "REPORTED,401,NOT_READY"
    })
    void bluetooth_is_believed_only_when_it_was_calibrated(How how, double outputMs, Verdict verdict) {
        assertThat(of(Readings.with(Readings.bluetooth(how, outputMs)), Item.AUDIO)
                        .verdict())
                .isEqualTo(verdict);
    }
}
