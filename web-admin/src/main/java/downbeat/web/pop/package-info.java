/** Which points of presence there are and where members reach them. */
@NullMarked
package downbeat.web.pop;

import org.jspecify.annotations.NullMarked;
