@NullMarked
package downbeat.classes.live.clock;

import org.jspecify.annotations.NullMarked;
