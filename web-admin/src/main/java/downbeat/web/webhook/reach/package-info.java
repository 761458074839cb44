/** The way to an endpoint: what its address may be, where its name leads, and one request to it. */
@NullMarked
package downbeat.web.webhook.reach;

import org.jspecify.annotations.NullMarked;
