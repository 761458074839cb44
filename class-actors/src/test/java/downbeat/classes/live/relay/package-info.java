@NullMarked
package downbeat.classes.live.relay;

import org.jspecify.annotations.NullMarked;
