/** What drops are measured with. */
@NullMarked
package downbeat.drops.bench;

import org.jspecify.annotations.NullMarked;
