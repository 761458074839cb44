/** Series as a table to find them by. */
@NullMarked
package downbeat.popups.series.view;

import org.jspecify.annotations.NullMarked;
