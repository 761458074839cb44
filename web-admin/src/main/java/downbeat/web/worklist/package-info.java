/** Things that are to be done once, by whichever node takes them in hand. */
@NullMarked
package downbeat.web.worklist;

import org.jspecify.annotations.NullMarked;
