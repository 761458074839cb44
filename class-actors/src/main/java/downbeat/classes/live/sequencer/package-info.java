/** The one writer of a running class's cues, and its journal. */
@NullMarked
package downbeat.classes.live.sequencer;

import org.jspecify.annotations.NullMarked;
