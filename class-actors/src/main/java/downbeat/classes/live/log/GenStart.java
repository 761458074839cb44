package downbeat.classes.live.log;

/**
 * Where a writer took over.
 *
 * @param gen the writer's fencing number
 * @param after the newest cue of the writers before; this gen's cues begin at {@code after + 1}
 */
public record GenStart(long gen, long after) {}
