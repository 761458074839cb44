/** What a pop-up and the class whose room it is do because of each other. */
@NullMarked
package downbeat.popups.reaction;

import org.jspecify.annotations.NullMarked;
