/** Passes: signed, compact, and verified without a network. Reads and writes nothing. */
@NullMarked
package downbeat.popups.pass;

import org.jspecify.annotations.NullMarked;
