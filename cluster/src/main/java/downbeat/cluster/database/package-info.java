/** The one database of a node, H2 or PostgreSQL: its pool, its schemas, its orderly end. */
@NullMarked
package downbeat.cluster.database;

import org.jspecify.annotations.NullMarked;
