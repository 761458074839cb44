/** What was measured: tallies, percentiles and the report of a class. */
@NullMarked
package downbeat.classes.live.report;

import org.jspecify.annotations.NullMarked;
