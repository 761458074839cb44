@NullMarked
package downbeat.classes.rig.figures;

import org.jspecify.annotations.NullMarked;
