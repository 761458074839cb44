/** Letting people into a running class one after the other. Pure: no clock, no I/O. */
@NullMarked
package downbeat.classes.live.lobby;

import org.jspecify.annotations.NullMarked;
