package downbeat.classes.domain;

/** What an accepted command answers. */
public sealed interface LiveClassReply {
    /** The life of the class went on, or what is said of it changed. */
    record Done(Phase phase, long edition) implements LiveClassReply {}

    /** The place is theirs. */
    record Placed(PlaceKind place) implements LiveClassReply {}

    /**
     * The kind of place is full.
     *
     * @param position from 1
     */
    record Queued(PlaceKind place, int position) implements LiveClassReply {}

    /** The place, offer or position is given up. */
    record Released() implements LiveClassReply {}

    /** What is known of the room is kept. */
    record Noted() implements LiveClassReply {}
}
