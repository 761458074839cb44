package downbeat.classes.live.log;

import downbeat.classes.live.adapt.Bounds;
import org.jspecify.annotations.Nullable;

/**
 * What goes on beside the plan.
 *
 * @param burst the one that is open
 * @param check the live check while it lasts
 * @param bounds of adaptation
 * @param plannedBursts whether hard segments open a burst by themselves
 */
public record Extras(@Nullable Burst burst, @Nullable LiveCheck check, Bounds bounds, boolean plannedBursts) {
    public static final Extras NONE = new Extras(null, null, Bounds.OFF, true);

    Extras bursting(@Nullable Burst to) {
        return new Extras(to, check, bounds, plannedBursts);
    }

    Extras checking(@Nullable LiveCheck to) {
        return new Extras(burst, to, bounds, plannedBursts);
    }

    Extras bounded(Bounds to) {
        return new Extras(burst, check, to, plannedBursts);
    }

    Extras planning(boolean to) {
        return new Extras(burst, check, bounds, to);
    }
}
