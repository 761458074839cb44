/** Tests of how requests are read. */
@NullMarked
package downbeat.web.http.operation;

import org.jspecify.annotations.NullMarked;
