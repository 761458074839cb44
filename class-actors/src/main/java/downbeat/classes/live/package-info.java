/** The live plane: what happens in a running class within milliseconds. */
@NullMarked
package downbeat.classes.live;

import org.jspecify.annotations.NullMarked;
