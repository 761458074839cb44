/** The cue log: cues, positions, and what a device gets that comes back. */
@NullMarked
package downbeat.classes.live.log;

import org.jspecify.annotations.NullMarked;
