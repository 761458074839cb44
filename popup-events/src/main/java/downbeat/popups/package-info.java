/** The room of the pop-ups: places, tickets, waiting list and check-in at the door. */
@NullMarked
package downbeat.popups;

import org.jspecify.annotations.NullMarked;
