/** The shelf of cue plans of each trainer, as a table. */
@NullMarked
package downbeat.classes.library.view;

import org.jspecify.annotations.NullMarked;
