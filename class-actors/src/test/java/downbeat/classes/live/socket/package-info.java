@NullMarked
package downbeat.classes.live.socket;

import org.jspecify.annotations.NullMarked;
