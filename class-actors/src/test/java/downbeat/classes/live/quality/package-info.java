@NullMarked
package downbeat.classes.live.quality;

import org.jspecify.annotations.NullMarked;
