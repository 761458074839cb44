/** Messages and what becomes of them, pure. */
@NullMarked
package downbeat.web.outbox.domain;

import org.jspecify.annotations.NullMarked;
