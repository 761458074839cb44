package downbeat.classes.rig.domain;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.rig.figures.AudioDelay;
import downbeat.classes.rig.figures.AudioDelay.How;
import downbeat.classes.rig.figures.Battery;
import downbeat.classes.rig.figures.Camera;
import downbeat.classes.rig.figures.Figures;
import downbeat.classes.rig.figures.Link;
import downbeat.classes.rig.figures.Microphone;
import downbeat.classes.rig.figures.PopTrip;
import downbeat.kernel.PopId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Nobody gains by a worse rig. */
class RigRulesPropertyTest {

    @Property(tries = 2000)
    void worse_figures_never_give_a_better_verdict(@ForAll long seed) {
        var random = new Random(seed);
        var better = figures(random);
        var worse = worse(better, random);
        var first = RigRules.judge(better);
        var second = RigRules.judge(worse);
        assertThat(second.verdict()).isGreaterThanOrEqualTo(first.verdict());
        for (int i = 0; i < first.findings().size(); i++) {
            assertThat(second.findings().get(i).verdict())
                    .as("%s of %s after %s", first.findings().get(i).item(), worse, better)
                    .isGreaterThanOrEqualTo(first.findings().get(i).verdict());
        }
    }

    @Property(tries = 500)
    void a_reason_is_given_for_every_verdict_but_ready_and_for_none_that_is(@ForAll long seed) {
        for (var finding : RigRules.judge(figures(new Random(seed))).findings()) {
            assertThat(finding.reasons().isEmpty()).isEqualTo(finding.verdict() == Verdict.READY);
        }
    }

    private static Figures figures(Random random) {
        var pops = new ArrayList<PopTrip>();
        for (int i = random.nextInt(4); i > 0; i--) {
            pops.add(new PopTrip(new PopId("pop-" + i), random.nextDouble(200), random.nextDouble(80)));
        }
        return new Figures(
                Optional.of(new Camera(
                        1 + random.nextInt(2000),
                        1 + random.nextInt(1100),
                        random.nextDouble(40),
                        random.nextDouble())),
                Optional.of(new Microphone(-random.nextDouble(70), -random.nextDouble(30), random.nextDouble() / 20)),
                Optional.of(new Battery(OptionalDouble.of(random.nextDouble()), random.nextBoolean())),
                Optional.of(new Link(random.nextDouble(5), random.nextDouble(2))),
                pops,
                Optional.of(new AudioDelay(
                        List.of(How.values()).get(random.nextInt(3)),
                        random.nextDouble(500),
                        OptionalDouble.empty(),
                        Optional.empty(),
                        random.nextBoolean())));
    }

    /** Each figure is left as it is, made worse, or not there any more. */
    private static Figures worse(Figures than, Random random) {
        return new Figures(
                than.camera()
                        .filter(c -> keeps(random))
                        .map(c -> new Camera(
                                1 + (int) less(c.width() - 1, random),
                                1 + (int) less(c.height() - 1, random),
                                less(c.fps(), random),
                                less(c.brightness(), random))),
                than.microphone()
                        .filter(m -> keeps(random))
                        .map(m -> new Microphone(
                                -more(-m.levelDb(), 110, random), m.peakDb(), more(m.clippedShare(), 1, random))),
                than.battery()
                        .filter(b -> keeps(random))
                        .map(b -> new Battery(
                                OptionalDouble.of(less(b.level().orElseThrow(), random)),
                                b.charging() && keeps(random))),
                than.link()
                        .filter(l -> keeps(random))
                        .map(l -> new Link(less(l.upMbps(), random), less(l.downMbps(), random))),
                worsePops(than.pops(), random),
                than.audio()
                        .filter(a -> keeps(random))
                        .map(a -> new AudioDelay(
                                keeps(random) ? a.how() : How.REPORTED,
                                more(a.outputMs(), 1000, random),
                                OptionalDouble.empty(),
                                Optional.empty(),
                                a.bluetooth() || !keeps(random))));
    }

    private static List<PopTrip> worsePops(List<PopTrip> trips, Random random) {
        return trips.stream()
                .filter(trip -> keeps(random))
                .map(trip ->
                        new PopTrip(trip.pop(), more(trip.rttMs(), 300, random), more(trip.jitterMs(), 100, random)))
                .toList();
    }

    private static boolean keeps(Random random) {
        return random.nextInt(8) > 0;
    }

    private static double less(double figure, Random random) {
        return random.nextBoolean() ? figure : figure * random.nextDouble();
    }

    private static double more(double figure, double most, Random random) {
        return random.nextBoolean() ? figure : figure + (most - figure) * random.nextDouble();
    }
}
