/** Frames of the wire protocol, rendered once for everybody who gets them. */
@NullMarked
package downbeat.classes.live.frame;

import org.jspecify.annotations.NullMarked;
