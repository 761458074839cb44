/** What the rules of the structure must find. */
@NullMarked
package downbeat.web.http.twin;

import org.jspecify.annotations.NullMarked;
