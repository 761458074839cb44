package downbeat.popups.series.domain;

/** What an accepted command answers. */
public sealed interface SeriesReply {
    /** @param round that is on its way or over */
    record Underway(int round) implements SeriesReply {}
}
