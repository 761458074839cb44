/** Puts a whole node together: engine, identity, API, pages. */
@NullMarked
package downbeat.web.node;

import org.jspecify.annotations.NullMarked;
