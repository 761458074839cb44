/** How long and how many. */
@NullMarked
package downbeat.popups.domain.bound;

import org.jspecify.annotations.NullMarked;
