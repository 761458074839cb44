@NullMarked
package downbeat.classes.live;

import org.jspecify.annotations.NullMarked;
