/** What the rules of the structure must find. */
@NullMarked
package downbeat.web.identity.domain.twin;

import org.jspecify.annotations.NullMarked;
