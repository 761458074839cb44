@NullMarked
package downbeat.classes.rig.entity;

import org.jspecify.annotations.NullMarked;
