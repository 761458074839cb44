/** What may come again, or from many at once: which request came first under its idempotency key, and who wrote a row first. */
@NullMarked
package downbeat.web.once;

import org.jspecify.annotations.NullMarked;
