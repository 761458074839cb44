/** Tests of the whole table of routes. */
@NullMarked
package downbeat.web.http;

import org.jspecify.annotations.NullMarked;
