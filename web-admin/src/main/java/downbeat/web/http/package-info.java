/** The HTTP server. */
@NullMarked
package downbeat.web.http;

import org.jspecify.annotations.NullMarked;
