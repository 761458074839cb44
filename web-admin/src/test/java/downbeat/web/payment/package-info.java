/** Payments against a provider that stands on this machine. */
@NullMarked
package downbeat.web.payment;

import org.jspecify.annotations.NullMarked;
