@NullMarked
package downbeat.classes.live.adapt;

import org.jspecify.annotations.NullMarked;
