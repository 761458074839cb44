@NullMarked
package downbeat.drops.stage;

import org.jspecify.annotations.NullMarked;
