/** The way to drops, and what they show of themselves. */
@NullMarked
package downbeat.drops.entity;

import org.jspecify.annotations.NullMarked;
