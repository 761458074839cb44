@NullMarked
package downbeat.classes.live.sequencer;

import org.jspecify.annotations.NullMarked;
