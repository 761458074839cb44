/** What the rules of the structure must find. */
@NullMarked
package downbeat.web.structure.twin;

import org.jspecify.annotations.NullMarked;
