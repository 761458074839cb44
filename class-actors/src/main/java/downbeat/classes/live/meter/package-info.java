/** What an operator sees of the live plane: the metrics of a node. Every name and label is in docs/operations.md. */
@NullMarked
package downbeat.classes.live.meter;

import org.jspecify.annotations.NullMarked;
