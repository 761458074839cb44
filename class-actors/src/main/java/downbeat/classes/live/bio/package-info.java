/** Biofeedback: what members' sensors say, for a while and only as far as they share it. Pure. */
@NullMarked
package downbeat.classes.live.bio;

import org.jspecify.annotations.NullMarked;
