/** A class's representative at a point of presence: holds the log and the state near its members. */
@NullMarked
package downbeat.classes.live.relay;

import org.jspecify.annotations.NullMarked;
