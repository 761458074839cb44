@NullMarked
package downbeat.drops.golden;

import org.jspecify.annotations.NullMarked;
