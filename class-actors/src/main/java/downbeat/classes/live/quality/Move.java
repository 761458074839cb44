package downbeat.classes.live.quality;

/**
 * A device goes from one rung to another.
 *
 * @param why in words, such as "loss 6 % for 2 s"
 */
public record Move(Rung from, Rung to, Cause cause, String why) {
    public boolean down() {
        return to.below(from);
    }
}
