/** The rules about a trainer's rig: whether it will do, and what is left to do before the first class. Pure. */
@NullMarked
package downbeat.classes.rig.domain;

import org.jspecify.annotations.NullMarked;
