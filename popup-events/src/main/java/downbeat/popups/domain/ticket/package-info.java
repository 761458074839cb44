/** Tickets sold, held, offered and waited for. */
@NullMarked
package downbeat.popups.domain.ticket;

import org.jspecify.annotations.NullMarked;
