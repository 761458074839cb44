/** Deadlines that come while nobody calls: the table of them and the clock that watches it. */
@NullMarked
package downbeat.cluster.deadline;

import org.jspecify.annotations.NullMarked;
