/** One device's socket: what it may say, what it is sent first when not everything fits, and what is measured of it. */
@NullMarked
package downbeat.classes.live.connection;

import org.jspecify.annotations.NullMarked;
