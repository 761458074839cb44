@NullMarked
package downbeat.drops.reaction;

import org.jspecify.annotations.NullMarked;
