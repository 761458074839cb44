/** Problem documents (RFC 9457): what every answer that is not a success looks like. */
@NullMarked
package downbeat.web.http.problem;

import org.jspecify.annotations.NullMarked;
