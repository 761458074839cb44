/** Webhooks as their owner sees them: subscriptions and what became of what was told. */
@NullMarked
package downbeat.web.http.webhook;

import org.jspecify.annotations.NullMarked;
