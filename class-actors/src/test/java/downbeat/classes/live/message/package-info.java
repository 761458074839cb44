@NullMarked
package downbeat.classes.live.message;

import org.jspecify.annotations.NullMarked;
