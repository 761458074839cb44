/** Class time: the class's own monotonic time, how it survives a restart, and how others learn it. */
@NullMarked
package downbeat.classes.live.clock;

import org.jspecify.annotations.NullMarked;
