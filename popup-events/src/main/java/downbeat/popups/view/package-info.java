/** Pop-ups and their guests, as tables to find them by. */
@NullMarked
package downbeat.popups.view;

import org.jspecify.annotations.NullMarked;
