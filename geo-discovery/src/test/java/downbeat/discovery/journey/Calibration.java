package downbeat.discovery.journey;

import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Worlds in which it is known what discovery changes, measured as the real one is: members drawn by their ids, counted from their
 * walks.
 *
 * @param inside share of the worlds in whose interval the truth is
 * @param seen share of the worlds whose interval says that there is an effect
 */
record Calibration(double inside, double seen) {
    private static final long SEED = 20_260_618;
    private static final AccountId TRAINER = new AccountId("trainer-1");
    private static final Instant NOW = Instant.parse("2026-06-18T12:00:00Z");
    private static final Instant TRIED = Instant.parse("2026-04-03T17:00:00Z");

    /**
     * A kind of world.
     *
     * @param anyway share of the members who come to a pop-up whatever they are told
     * @param more share points by which it is more among those who may be told
     */
    record World(int members, double anyway, double more) {
        @Override
        public String toString() {
            return "%,d members, %.0f %% come anyway, %+.0f points when told"
                    .formatted(members, anyway * 100, more * 100);
        }
    }

    static final List<World> WORLDS = List.of(
            new World(1_500, 0.20, 0),
            new World(1_500, 0.20, 0.08),
            new World(3_000, 0.10, 0),
            new World(3_000, 0.10, 0.05),
            new World(4_000, 0.30, -0.06));

    static Calibration of(World world, int times) {
        var random = new SplittableRandom(SEED);
        int inside = 0;
        int seen = 0;
        for (int time = 0; time < times; time++) {
            var interval = measured(time, world, random).interval();
            inside += interval.has(world.more()) ? 1 : 0;
            seen += interval.has(0) ? 0 : 1;
        }
        return new Calibration(inside / (double) times, seen / (double) times);
    }

    private static Lift measured(int time, World world, SplittableRandom random) {
        var counting = new TrainerFigures.Counting(TRAINER, Period.weeks(13, NOW), NOW);
        for (int n = 0; n < world.members(); n++) {
            var who = new ParticipantId("w" + time + "-" + n);
            double share = HoldOut.has(who) ? world.anyway() : world.anyway() + world.more();
            var steps = new ArrayList<>(List.of(new Step(What.TRIED, "c1", TRAINER.value(), Optional.empty(), TRIED)));
            if (random.nextDouble() < share) {
                var came = TRIED.plus(Duration.ofDays(random.nextInt(1, 28)));
                steps.add(new Step(What.CHECKED_IN, "p1", "o1", Optional.empty(), came));
            }
            counting.add(new Walk(who, steps));
        }
        return counting.figures().lift();
    }

    /** @param arguments how many worlds of each kind, 10,000 if nothing is said */
    public static void main(String... arguments) {
        int times = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        PrintStream out = System.out;
        out.printf("%,d worlds of each kind, seed %d, intervals of 95 %%%n", times, SEED);
        for (var world : WORLDS) {
            var it = of(world, times);
            out.printf("%s: truth inside %.1f %%, an effect seen %.1f %%%n", world, it.inside() * 100, it.seen() * 100);
        }
    }
}
