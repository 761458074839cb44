/** Draws listings up from what classes, pop-ups and drops show of themselves. */
@NullMarked
package downbeat.discovery.feed;

import org.jspecify.annotations.NullMarked;
