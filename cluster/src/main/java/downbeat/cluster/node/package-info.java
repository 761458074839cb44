/** A node: its settings, its parts, its start and its stop. */
@NullMarked
package downbeat.cluster.node;

import org.jspecify.annotations.NullMarked;
