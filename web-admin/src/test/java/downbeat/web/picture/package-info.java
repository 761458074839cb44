/** What becomes of photographs that somebody brings. */
@NullMarked
package downbeat.web.picture;

import org.jspecify.annotations.NullMarked;
