/** What a series has done to its pop-ups. */
@NullMarked
package downbeat.popups.series.reaction;

import org.jspecify.annotations.NullMarked;
