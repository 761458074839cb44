package downbeat.web.rehearse.check;

/**
 * A cue as it came off a socket.
 *
 * @param rev the revision of a planned cue, 0 for all others
 * @param replay sent again after a gap
 */
public record ArrivedCue(String epoch, long gen, long offset, String cueId, int rev, boolean replay) {}
