/** WebSocket frames, where Akka HTTP's own are not enough: close codes of our own, a size limit that tells, fast aborts. */
@NullMarked
package downbeat.classes.live.socket;

import org.jspecify.annotations.NullMarked;
