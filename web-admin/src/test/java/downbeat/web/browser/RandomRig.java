package downbeat.web.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import downbeat.classes.rig.figures.AudioDelay;
import downbeat.classes.rig.figures.AudioDelay.How;
import downbeat.classes.rig.figures.Battery;
import downbeat.classes.rig.figures.Camera;
import downbeat.classes.rig.figures.Figures;
import downbeat.classes.rig.figures.Link;
import downbeat.classes.rig.figures.Microphone;
import downbeat.classes.rig.figures.PopTrip;
import downbeat.cluster.wire.Json;
import downbeat.kernel.PopId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** Any rig at all, on both sides of every limit, with parts missing here and there. */
final class RandomRig {
    private RandomRig() {}

    static Figures figures(Random random) {
        var pops = new ArrayList<PopTrip>();
        for (int i = random.nextInt(4); i > 0; i--) {
            pops.add(new PopTrip(new PopId("pop-" + i), random.nextDouble(200), random.nextDouble(90)));
        }
        return new Figures(
                some(
                        random,
                        new Camera(
                                320 + random.nextInt(1600),
                                200 + random.nextInt(900),
                                random.nextDouble(40),
                                random.nextDouble() / 2)),
                some(random, new Microphone(-random.nextDouble(70), -random.nextDouble(30), random.nextDouble() / 20)),
                some(
                        random,
                        new Battery(
                                random.nextInt(4) == 0
                                        ? OptionalDouble.empty()
                                        : OptionalDouble.of(random.nextDouble()),
                                random.nextBoolean())),
                some(random, new Link(random.nextDouble(5), random.nextDouble(2))),
                pops,
                some(
                        random,
                        new AudioDelay(
                                List.of(How.values()).get(random.nextInt(3)),
                                random.nextDouble(500),
                                OptionalDouble.empty(),
                                Optional.empty(),
                                random.nextBoolean())));
    }

    static String json(Figures figures) {
        try {
            return Json.mapper().writeValueAsString(figures);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> Optional<T> some(Random random, T part) {
        return random.nextInt(9) == 0 ? Optional.empty() : Optional.of(part);
    }
}
