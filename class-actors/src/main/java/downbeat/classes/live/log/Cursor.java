package downbeat.classes.live.log;

/**
 * How far a stream of cues was taken, and what the next arrival is. Every hop holds one: it is what makes "in order, once"
 * true when two sources (an old and a new relay, a replay and live traffic) overlap.
 *
 * @param gen the highest gen seen
 * @param offset the newest cue taken
 */
public record Cursor(String epoch, long gen, long offset) {

    public static Cursor at(Position position) {
        return new Cursor(position.epoch(), position.gen(), position.offset());
    }

    /**
     * A higher gen that goes on where we are is the next one: whoever sends it says {@link #rewound} first when the new
     * writer's log is shorter than what we hold.
     */
    public Step step(String epoch, long gen, long offset) {
        if (!this.epoch.equals(epoch) || gen < this.gen) {
            return Step.FENCED;
        }
        if (offset <= this.offset) {
            return gen == this.gen ? Step.HELD : Step.GAP;
        }
        return offset == this.offset + 1 ? Step.NEXT : Step.GAP;
    }

    /** After taking a cue for which {@link #step} said {@link Step#NEXT}. */
    public Cursor taken(long gen, long offset) {
        return new Cursor(epoch, gen, offset);
    }

    /** The writer is now {@code gen}, and the log it goes on from ends at {@code to} or before where we are. */
    public Cursor rewound(long gen, long to) {
        return gen < this.gen ? this : new Cursor(epoch, gen, Math.min(to, offset));
    }

    public Position position() {
        return new Position(epoch, gen, offset);
    }
}
