/** Consequences: what one module does because another one's fact was stored. */
@NullMarked
package downbeat.cluster.reaction;

import org.jspecify.annotations.NullMarked;
