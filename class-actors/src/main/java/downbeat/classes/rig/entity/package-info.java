/** Rigs as running entities. */
@NullMarked
package downbeat.classes.rig.entity;

import org.jspecify.annotations.NullMarked;
