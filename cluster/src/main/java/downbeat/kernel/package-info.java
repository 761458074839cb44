/** Pure shared types: ids, money, places, windows of time, and the decider. */
@NullMarked
package downbeat.kernel;

import org.jspecify.annotations.NullMarked;
