/** Real processes of the real program: several nodes over one PostgreSQL, and nodes that are killed. */
@NullMarked
package downbeat.web.cluster;

import org.jspecify.annotations.NullMarked;
