/** The trail of who did what to what, when. */
@NullMarked
package downbeat.web.identity.audit;

import org.jspecify.annotations.NullMarked;
