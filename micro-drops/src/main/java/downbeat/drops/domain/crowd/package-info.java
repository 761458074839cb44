/** Who may claim, and in which order they are let in. */
@NullMarked
package downbeat.drops.domain.crowd;

import org.jspecify.annotations.NullMarked;
