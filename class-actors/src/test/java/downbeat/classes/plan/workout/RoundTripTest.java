package downbeat.classes.plan.workout;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PlannedCue;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.classes.plan.Segments;
import downbeat.classes.plan.SpokenText;
import downbeat.classes.plan.Sport;
import downbeat.classes.plan.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A plan written to a file and read again is the same plan. */
class RoundTripTest {

    @Property(tries = 500)
    void any_plan_comes_back_as_it_was(@ForAll("plans") CuePlan plan) throws BadWorkoutException {
        assertThat(again(plan)).isEqualTo(plan);
    }

    /** Two long texts of one instant are cut to what one cue can say, never inside a character. */
    @Example
    void long_texts_of_one_instant_come_back_as_they_were_cut() throws BadWorkoutException {
        for (int length = 990; length <= PlannedCue.MAX_TEXT; length++) {
            var first = new SpokenText(Duration.ofSeconds(5), "a".repeat(length), SpokenText.USUAL_SHOW);
            var second = new SpokenText(Duration.ofSeconds(5), "🚴 b 🚴🚴 c 🚴", SpokenText.USUAL_SHOW);
            var ride = new Work(SegmentKind.FREE, Duration.ofMinutes(1), Optional.empty(), OptionalInt.empty());
            var plan = CuePlan.of("Long", "", Segments.of(List.of(ride)), List.of(first, second));

            assertThat(again(plan)).isEqualTo(plan);
        }
    }

    private static CuePlan again(CuePlan plan) throws BadWorkoutException {
        return WorkoutFiles.read("again.zwo", WorkoutFiles.writeZwo(plan));
    }

    @Provide
    Arbitrary<CuePlan> plans() {
        var texts = Combinators.combine(
                        Arbitraries.integers().between(0, 4_000_000), line(PlannedCue.MAX_TEXT), shows())
                .as((at, text, show) -> new SpokenText(Duration.ofMillis(at), text, show));
        return Combinators.combine(
                        line(CuePlan.MAX_TITLE),
                        line(400).list().ofMaxSize(3).map(lines -> String.join("\n", lines)),
                        Arbitraries.of(Sport.class),
                        works().list().ofMinSize(1).ofMaxSize(12),
                        texts.list().ofMaxSize(8))
                .as((title, description, sport, works, said) ->
                        CuePlan.of(title, description, sport, Segments.of(sport, works), said));
    }

    private static Arbitrary<Duration> shows() {
        return Arbitraries.integers().between(1, 600_000).map(Duration::ofMillis);
    }

    /** What a trainer may type, awkward characters before others; never blank. */
    private static Arbitrary<String> line(int most) {
        var word = Arbitraries.strings()
                .withChars("<>&\"'];#%=äß🚴 ,.-".replace(" ", "") + "abcXYZ019")
                .all()
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(PlainText::line)
                .filter(each -> !each.isBlank());
        return word.list().ofMinSize(1).ofMaxSize(20).map(words -> PlainText.cut(String.join(" ", words), most));
    }

    private static Arbitrary<Work> works() {
        var lengths = Arbitraries.integers().between(1, 900_000).map(Duration::ofMillis);
        var cadences = Arbitraries.integers()
                .between(0, Segment.MAX_CADENCE)
                .map(rpm -> rpm == 0 ? OptionalInt.empty() : OptionalInt.of(rpm));
        var percents = Arbitraries.integers().between(0, 100_000).map(hundredths -> hundredths / 100.0);
        return Combinators.combine(Arbitraries.of(SegmentKind.class), lengths, percents, percents, cadences)
                .as((kind, length, one, other, cadence) -> new Work(kind, length, target(kind, one, other), cadence));
    }

    private static Optional<PowerRange> target(SegmentKind kind, double one, double other) {
        return switch (kind) {
            case FREE -> Optional.empty();
            case REST -> Optional.of(PowerRange.of(0));
            case STEADY -> Optional.of(one == 0 ? PowerRange.of(1) : new PowerRange(one, other));
            case COOLDOWN -> Optional.of(new PowerRange(Math.max(one, other), Math.min(one, other)));
            case INTERVAL_ON -> one < 200 ? Optional.empty() : Optional.of(new PowerRange(one, other));
            case WARMUP, RAMP, INTERVAL_OFF -> Optional.of(new PowerRange(one, other));
        };
    }
}
