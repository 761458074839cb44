/** The room of the micro-drops: bundles, claims, collection points and pickup. */
@NullMarked
package downbeat.drops;

import org.jspecify.annotations.NullMarked;
