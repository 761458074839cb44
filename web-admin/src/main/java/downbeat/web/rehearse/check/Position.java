package downbeat.web.rehearse.check;

/**
 * Where a device stands in the cue log of a class. Kept apart from the server's own type on purpose: the checker shares no code
 * with what it checks.
 *
 * @param epoch the life of the class
 * @param gen the highest writer seen
 * @param offset the newest cue held, 0 before the first
 */
public record Position(String epoch, long gen, long offset) {}
