/** What stands before every operation: rate limits, same-origin rule, security headers. */
@NullMarked
package downbeat.web.http.guard;

import org.jspecify.annotations.NullMarked;
