/** The way to an endpoint. */
@NullMarked
package downbeat.web.webhook.reach;

import org.jspecify.annotations.NullMarked;
