/** The recorded verdicts of each trainer's rig, as a table. */
@NullMarked
package downbeat.classes.rig.view;

import org.jspecify.annotations.NullMarked;
