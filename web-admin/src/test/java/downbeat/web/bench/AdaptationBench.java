package downbeat.web.bench;

import downbeat.classes.live.adapt.Bounds;
import downbeat.classes.live.adapt.Coach;
import downbeat.classes.live.adapt.Moment;
import downbeat.classes.live.adapt.Target;
import downbeat.classes.live.bio.Reading;
import downbeat.classes.live.bio.Zones;
import downbeat.web.rehearse.device.HeartRates;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Random;

/**
 * What adaptation would have done in simulation. The recorded ride that comes with the product is taken for the heart rate of a
 * member who follows the class as planned; simulated members are fitter or less fit (their heart rate above rest is 0.9 to 1.25
 * of the recorded one), have time constants of their own, and follow the advice wholly or by half. The whole ride has one target.
 * A simulation of a model: no person has been measured.
 *
 * <p>Argument: number of members, 200 by default.
 */
final class AdaptationBench {
    private static final double RESTING_RATE = 60;
    private static final double LEAST_TIME_CONSTANT = 15;
    private static final int CADENCE = 90;
    private static final long SEED = 42;

    private final HeartRates ride = HeartRates.bundled();
    private final int members;
    private final Target target;
    private final Bounds bounds;
    private final double followed;
    private long above;
    private double excess;
    private double kept;
    private long seconds;
    private long changes;

    private AdaptationBench(int members, int zone, Bounds bounds, double followed) {
        this.members = members;
        this.target = new Target(zone, OptionalInt.of(CADENCE));
        this.bounds = bounds;
        this.followed = followed;
    }

    public static void main(String[] args) {
        var members = args.length == 0 ? 200 : Integer.parseInt(args[0]);
        System.out.println(
                "| target | bound | followed | time above zone | bpm above zone, mean | target cadence kept | changes a minute |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (var zone = 2; zone <= 4; zone++) {
            new AdaptationBench(members, zone, Bounds.OFF, 1).print("off");
            for (var percent : new int[] {5, 10, 20}) {
                new AdaptationBench(members, zone, bounds(percent), 1).print(percent + " %");
            }
            new AdaptationBench(members, zone, bounds(10), 0.5).print("10 %");
        }
    }

    private static Bounds bounds(int percent) {
        return new Bounds(true, percent, Duration.ZERO);
    }

    private void print(String bound) {
        var random = new Random(SEED);
        for (var member = 0; member < members; member++) {
            ride(random);
        }
        System.out.printf(
                Locale.ROOT,
                "| zone %d | %s | %.0f %% | %.1f %% | %.1f | %.1f %% | %.2f |%n",
                target.zone(),
                bound,
                100 * followed,
                100.0 * above / seconds,
                excess / seconds,
                100 * kept / seconds,
                60.0 * changes / seconds);
    }

    private void ride(Random random) {
        var fitness = 0.9 + 0.35 * random.nextDouble();
        var constant =
                HeartResponse.TIME_CONSTANT_SECONDS + HeartResponse.TIME_CONSTANT_DEVIATION * random.nextGaussian();
        var heart = new HeartResponse(RESTING_RATE, Math.max(LEAST_TIME_CONSTANT, constant));
        var coach = Coach.START;
        var percent = 0;
        for (var rate : ride.beatsPerMinute()) {
            var planned = Math.max(RESTING_RATE, RESTING_RATE + (rate - RESTING_RATE) * fitness);
            var now = heart.second(planned, percent * followed);
            count(now, percent);
            var moment = new Moment(Duration.ofSeconds(1), bounds, true, target, reading(now), 1);
            coach = coach.next(moment);
            var next = coach.advice(moment).cadencePct();
            changes += next == percent ? 0 : 1;
            percent = next;
        }
    }

    private static Reading reading(double rate) {
        return Reading.of(
                Math.clamp(Math.round(rate), Reading.LEAST_HEART_RATE, Reading.MOST_HEART_RATE), null, null, null);
    }

    private void count(double rate, int percent) {
        var over = rate - Zones.top(target.zone(), Zones.MAX_HEART_RATE);
        above += over > 0 ? 1 : 0;
        excess += Math.max(0, over);
        kept += 1 + percent * followed / 100;
        seconds++;
    }
}
