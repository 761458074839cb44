@NullMarked
package downbeat.classes.live.course;

import org.jspecify.annotations.NullMarked;
