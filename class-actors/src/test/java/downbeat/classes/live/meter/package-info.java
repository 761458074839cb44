@NullMarked
package downbeat.classes.live.meter;

import org.jspecify.annotations.NullMarked;
