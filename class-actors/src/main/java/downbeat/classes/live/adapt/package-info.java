/** Adaptation: each member's own cadence and lead, inside bounds that the trainer sets. Pure. */
@NullMarked
package downbeat.classes.live.adapt;

import org.jspecify.annotations.NullMarked;
