/** A small real aggregate to test the shell with. */
@NullMarked
package downbeat.cluster.tally;

import org.jspecify.annotations.NullMarked;
