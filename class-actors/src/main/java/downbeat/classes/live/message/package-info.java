/** What sequencer, relays and connections say to each other, on one node or across nodes. */
@NullMarked
package downbeat.classes.live.message;

import org.jspecify.annotations.NullMarked;
