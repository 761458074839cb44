/** How good each member's link is, and how much besides cues it is given. Pure. */
@NullMarked
package downbeat.classes.live.quality;

import org.jspecify.annotations.NullMarked;
