package downbeat.classes.rig.figures;

import java.util.OptionalDouble;

/**
 * What keeps the rig going.
 *
 * @param level 0 empty to 1 full; empty where the browser does not tell
 * @param charging whether it is plugged in, by the browser or by the trainer's word
 */
public record Battery(OptionalDouble level, boolean charging) {
    public static final Range LEVEL = new Range(0, 1);

    public Battery {
        level.ifPresent(known -> LEVEL.check("level", known));
    }
}
