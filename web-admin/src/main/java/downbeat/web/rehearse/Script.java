package downbeat.web.rehearse;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What a rehearsal plays besides the plan and the taps.
 *
 * @param liveCheck whether the class opens with the live check, which members answer
 * @param adapt whether cues are adapted to each member
 * @param asset a file that the class brings along and every device fetches
 */
public record Script(boolean liveCheck, boolean adapt, Optional<Path> asset) {}
