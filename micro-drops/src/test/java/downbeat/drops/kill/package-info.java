/** Rushes on a process that is killed. */
@NullMarked
package downbeat.drops.kill;

import org.jspecify.annotations.NullMarked;
