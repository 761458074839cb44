/** What drops do because classes and pop-ups did something, and what classes hear of drops. */
@NullMarked
package downbeat.drops.reaction;

import org.jspecify.annotations.NullMarked;
