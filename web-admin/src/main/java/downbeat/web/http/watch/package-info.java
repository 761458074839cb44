/** What operators and machines look at: health, metrics, API documents. */
@NullMarked
package downbeat.web.http.watch;

import org.jspecify.annotations.NullMarked;
