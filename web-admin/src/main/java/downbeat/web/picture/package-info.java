/** Photographs that somebody brings, made fit for everybody: upright, not larger than needed, and saying nothing of where they were taken. */
@NullMarked
package downbeat.web.picture;

import org.jspecify.annotations.NullMarked;
