package downbeat.classes.rig.domain;

import java.util.Locale;
import java.util.Optional;

/**
 * The limits of a rig, each with the sentence that is said when it is missed. Where the numbers come from is told in
 * docs/field-kit.md; the pages judge by the same ones (ui/core/preflight.js) while they measure.
 */
public enum Limit {
    WIDTH(Side.AT_LEAST, 1280, 640, "The picture is narrower than %s pixels."),
    HEIGHT(Side.AT_LEAST, 720, 360, "The picture is lower than %s pixels."),
    FPS(Side.AT_LEAST, 24, 15, "Fewer than %s frames a second come from the camera."),
    BRIGHTNESS(Side.AT_LEAST, 0.2, 0.08, "The picture is darker than %s of full brightness."),
    LEVEL(Side.AT_LEAST, -35, -50, "Speech is quieter than %s dB below full scale."),
    CLIPPING(Side.AT_MOST, 0.001, 0.02, "More than %s of the sound is clipped."),
    CHARGE(Side.AT_LEAST, 0.6, 0.3, "The battery is less than %s full and not charging."),
    UPLINK(Side.AT_LEAST, 3, 1, "The uplink carries less than %s Mbit/s."),
    DOWNLINK(Side.AT_LEAST, 1, 0.3, "The downlink carries less than %s Mbit/s."),
    RTT(Side.AT_MOST, 50, 150, "The nearest PoP is more than %s ms away."),
    JITTER(Side.AT_MOST, 30, 60, "The way to the nearest PoP varies by more than %s ms."),
    DELAY(Side.AT_MOST, 125, 400, "Sound is heard more than %s ms after it is played.");

    /** On which side of the limit a figure is good. */
    public enum Side {
        AT_LEAST,
        AT_MOST
    }

    private final Side side;
    private final double ready;
    private final double usable;
    private final String sentence;

    Limit(Side side, double ready, double usable, String sentence) {
        this.side = side;
        this.ready = ready;
        this.usable = usable;
        this.sentence = sentence;
    }

    public Side side() {
        return side;
    }

    /** The limit of what is ready. */
    public double ready() {
        return ready;
    }

    /** The limit of what is usable. */
    public double usable() {
        return usable;
    }

    Verdict of(double figure) {
        if (keeps(figure, ready)) {
            return Verdict.READY;
        }
        return keeps(figure, usable) ? Verdict.USABLE : Verdict.NOT_READY;
    }

    /** The sentence about the limit that the figure misses, the looser one if it misses both. */
    Optional<String> missedBy(double figure) {
        return switch (of(figure)) {
            case READY -> Optional.empty();
            case USABLE -> Optional.of(saying(ready));
            case NOT_READY -> Optional.of(saying(usable));
        };
    }

    private boolean keeps(double figure, double limit) {
        return side == Side.AT_LEAST ? figure >= limit : figure <= limit;
    }

    private String saying(double limit) {
        return String.format(Locale.ROOT, sentence, written(limit));
    }

    /** Shares read better in percent; of decibels the sentence says "below". */
    private String written(double limit) {
        return switch (this) {
            case BRIGHTNESS, CHARGE -> number(limit * 100) + " %";
            case CLIPPING -> number(limit * 100) + " %";
            case LEVEL -> number(-limit);
            default -> number(limit);
        };
    }

    private static String number(double value) {
        var rounded = Math.round(value * 10) / 10d;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
