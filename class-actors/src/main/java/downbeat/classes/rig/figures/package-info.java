/** What was measured of a trainer's rig. Pure. */
@NullMarked
package downbeat.classes.rig.figures;

import org.jspecify.annotations.NullMarked;
