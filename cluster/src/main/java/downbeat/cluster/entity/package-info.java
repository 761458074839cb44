/** The one shell that runs every aggregate: sharding, group commit, idempotency, deadlines, snapshots. */
@NullMarked
package downbeat.cluster.entity;

import org.jspecify.annotations.NullMarked;
