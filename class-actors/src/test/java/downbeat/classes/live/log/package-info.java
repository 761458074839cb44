@NullMarked
package downbeat.classes.live.log;

import org.jspecify.annotations.NullMarked;
