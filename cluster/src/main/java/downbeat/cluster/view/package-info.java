/** Read sides: exactly-once projections of stored facts into tables. */
@NullMarked
package downbeat.cluster.view;

import org.jspecify.annotations.NullMarked;
