/** Where and when a pop-up takes place. */
@NullMarked
package downbeat.popups.domain.place;

import org.jspecify.annotations.NullMarked;
