@NullMarked
package downbeat.classes.live.lobby;

import org.jspecify.annotations.NullMarked;
