/** Checkouts of Stripe. */
@NullMarked
package downbeat.web.payment.stripe;

import org.jspecify.annotations.NullMarked;
