/** Requests that may come again: which one came first under its idempotency key. */
@NullMarked
package downbeat.web.once;

import org.jspecify.annotations.NullMarked;
