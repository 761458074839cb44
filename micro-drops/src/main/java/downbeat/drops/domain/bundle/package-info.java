/** What is claimed: bundles and what they are made of. */
@NullMarked
package downbeat.drops.domain.bundle;

import org.jspecify.annotations.NullMarked;
