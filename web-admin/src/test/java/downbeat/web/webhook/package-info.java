/** What shops are told. */
@NullMarked
package downbeat.web.webhook;

import org.jspecify.annotations.NullMarked;
