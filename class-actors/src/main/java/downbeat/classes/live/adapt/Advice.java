package downbeat.classes.live.adapt;

/**
 * How a member's cues differ from the class's.
 *
 * @param on whether they may differ at all
 * @param cadencePct change of the cadence asked for, percent, within the {@link Bounds}
 * @param leadMillis so much earlier the member is told, milliseconds, within the {@link Bounds}
 * @param why in words for the member
 */
public record Advice(boolean on, int cadencePct, int leadMillis, String why) {
    public static final Advice OFF = new Advice(false, 0, 0, "adaptation is off");

    /** Whether a member would notice the difference; the reason alone is none. */
    public boolean differs(Advice from) {
        return on != from.on || cadencePct != from.cadencePct || leadMillis != from.leadMillis;
    }
}
