@NullMarked
package downbeat.classes.live.bio;

import org.jspecify.annotations.NullMarked;
