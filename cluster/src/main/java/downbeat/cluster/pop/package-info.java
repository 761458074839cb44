/** Placement near members. */
@NullMarked
package downbeat.cluster.pop;

import org.jspecify.annotations.NullMarked;
