/** The rules of a series: which dates a recurrence means, what is done with all of them, and how far that has come. Pure. */
@NullMarked
package downbeat.popups.series.domain;

import org.jspecify.annotations.NullMarked;
