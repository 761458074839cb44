@NullMarked
package downbeat.classes.rig.view;

import org.jspecify.annotations.NullMarked;
