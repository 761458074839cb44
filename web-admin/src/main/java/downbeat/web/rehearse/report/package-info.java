/** What a rehearsal measured: histograms, and the report computed from them and from nothing else. */
@NullMarked
package downbeat.web.rehearse.report;

import org.jspecify.annotations.NullMarked;
