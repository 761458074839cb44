package downbeat.classes.live.log;

/**
 * How far a copy of a cue log reaches.
 *
 * @param epoch which log
 * @param gen the gen of the newest cue held, or of the log when none is held
 * @param offset the newest cue held; 0 when none is
 */
public record Position(String epoch, long gen, long offset) {}
