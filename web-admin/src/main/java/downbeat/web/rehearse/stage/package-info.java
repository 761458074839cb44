/** Everything before the curtain: the node of its own, the accounts, the class and the bookings, over the public API. */
@NullMarked
package downbeat.web.rehearse.stage;

import org.jspecify.annotations.NullMarked;
