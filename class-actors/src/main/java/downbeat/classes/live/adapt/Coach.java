package downbeat.classes.live.adapt;

import downbeat.classes.live.bio.Zones;
import org.jspecify.annotations.Nullable;

/**
 * Adapts one member's cues from moment to moment. Pure and deterministic: the same moments give the same advice.
 *
 * <p>It eases and never drives: the cadence asked for falls by two percent for every beat that the heart rate stays above the
 * target's zone, down to the bound, and returns. That a heart rate is low says nothing, since it follows an effort by about a
 * minute. Contract:
 *
 * <ul>
 *   <li>within the bounds at every moment, and zero at once when the class or the member has it off;
 *   <li>never asks for more of somebody whose heart rate was higher all along, everything else alike;
 *   <li>the change of cadence moves by at most two percent in ten seconds, but for being switched off or bounded;
 *   <li>a heart rate that wavers by less than {@value #PLAY} bpm either way changes nothing.
 * </ul>
 *
 * <p>Each step of the calculation keeps order (smoothing, play, a falling line, a limit of speed): the second promise follows.
 */
public final class Coach {
    /** Seconds over which heart rate is smoothed: a few breaths, far less than it takes to follow an effort. */
    private static final double SMOOTH_SECONDS = 10;
    /** Backlash of heart rate, beats per minute either way. */
    static final double PLAY = 2;

    private static final double PERCENT_PER_BEAT = 2;
    /** Fewer repetitions than this share of the room's median ask for ease, a percent for each twentieth less. */
    private static final double ENOUGH_REPS = 0.75;

    private static final double PERCENT_PER_REPS_SHARE = 20;
    private static final double PERCENT_PER_SECOND = 0.2;
    /** A cadence this share below the one asked for is none of the timing's business; at {@link #LOST} the lead is all of it. */
    private static final double CLOSE = 0.05;

    private static final double LOST = 0.20;
    private static final double LEAD_MILLIS_PER_SECOND = 20;
    /** Leads come in steps: nobody hears less. */
    private static final int LEAD_STEP = 20;

    public static final Coach START = new Coach(Double.NaN, Double.NaN, 0, 0, 0);

    private final double smooth;
    private final double felt;
    private final double above;
    private final double percent;
    private final double lead;

    /**
     * @param felt heart rate behind its backlash: rises with the heart rate, {@link #PLAY} below it, and falls {@link #PLAY} above it
     * @param above seconds that the smoothed heart rate has been above the target's zone
     */
    private Coach(double smooth, double felt, double above, double percent, double lead) {
        this.smooth = smooth;
        this.felt = felt;
        this.above = above;
        this.percent = percent;
        this.lead = lead;
    }

    /** The coach a moment later. */
    public Coach next(Moment moment) {
        if (!moment.on()) {
            return START;
        }
        var rate = moment.reading().heartRate();
        var now = rate == null ? Double.NaN : smoothed(rate, moment.seconds());
        var feels = rate == null ? Double.NaN : felt(now);
        var over = moment.judged() ? Math.max(0, feels + PLAY - top(moment)) : 0;
        var isAbove = moment.judged() && now > top(moment);
        var aim = Math.max(-bound(moment), Math.min(-over * PERCENT_PER_BEAT, forReps(moment)));
        var eased = Math.max(-bound(moment), toward(aim, percent, PERCENT_PER_SECOND * moment.seconds()));
        return new Coach(now, feels, isAbove ? above + moment.seconds() : 0, eased, lead(moment, eased));
    }

    private double smoothed(int rate, double seconds) {
        return Double.isNaN(smooth) ? rate : smooth + (rate - smooth) * (1 - Math.exp(-seconds / SMOOTH_SECONDS));
    }

    private double felt(double rate) {
        return Double.isNaN(felt) ? rate - PLAY : Math.clamp(felt, rate - PLAY, rate + PLAY);
    }

    private static double top(Moment moment) {
        var target = moment.target();
        return target == null
                ? Double.MAX_VALUE
                : Zones.top(target.zone(), moment.reading().zonesEndAt());
    }

    private static double bound(Moment moment) {
        return moment.bounds().cadencePct();
    }

    private static double forReps(Moment moment) {
        var target = moment.target();
        return target != null && target.work()
                ? Math.min(0, (moment.repsShare() - ENOUGH_REPS) * PERCENT_PER_REPS_SHARE)
                : 0;
    }

    private double lead(Moment moment, double eased) {
        var most = (double) moment.bounds().lead().toMillis();
        var aim = most * Math.clamp((behind(moment, eased) - CLOSE) / (LOST - CLOSE), 0, 1);
        return Math.min(most, toward(aim, lead, LEAD_MILLIS_PER_SECOND * moment.seconds()));
    }

    /** How far the member's cadence is below the one asked for, as a share of it. */
    private static double behind(Moment moment, double eased) {
        var target = moment.target();
        var cadence = moment.reading().cadence();
        return target == null || target.cadence().isEmpty() || cadence == null
                ? 0
                : 1 - cadence / (target.cadence().getAsInt() * (1 + eased / 100));
    }

    private static double toward(double aim, double from, double most) {
        return from + Math.clamp(aim - from, -most, most);
    }

    /** What the member is told, at the moment that this coach has just taken. */
    public Advice advice(Moment moment) {
        if (!moment.on()) {
            return Advice.OFF;
        }
        var pct = (int) Math.round(percent);
        var leads = LEAD_STEP * (int) (lead / LEAD_STEP);
        return new Advice(true, pct, leads, why(moment, pct, leads, moment.target()));
    }

    private String why(Moment moment, int pct, int leads, @Nullable Target target) {
        if (target == null || !target.work()) {
            return "nothing to hold now";
        }
        if (above > 0) {
            return "heart rate above zone " + target.zone() + " for " + (long) above + " s";
        }
        if (pct < 0 && forReps(moment) < 0) {
            return "fewer repetitions than the room";
        }
        if (pct < 0) {
            return moment.reading().heartRate() == null
                    ? "no heart rate to go by"
                    : "heart rate is back in zone " + target.zone();
        }
        return leads > 0 ? "cadence is below " + target.cadence().orElse(0) + " rpm" : "as the class";
    }
}
