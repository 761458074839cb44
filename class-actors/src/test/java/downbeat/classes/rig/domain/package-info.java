@NullMarked
package downbeat.classes.rig.domain;

import org.jspecify.annotations.NullMarked;
