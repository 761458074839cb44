@NullMarked
package downbeat.popups.series.view;

import org.jspecify.annotations.NullMarked;
