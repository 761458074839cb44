/** Claims that are paid online: checkouts at a provider, what it tells, and what is given back. Paying at pickup needs none of it. */
@NullMarked
package downbeat.web.payment;

import org.jspecify.annotations.NullMarked;
