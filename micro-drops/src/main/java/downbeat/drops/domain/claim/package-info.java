/** Claims, those who wait for one, and what was handed over. */
@NullMarked
package downbeat.drops.domain.claim;

import org.jspecify.annotations.NullMarked;
