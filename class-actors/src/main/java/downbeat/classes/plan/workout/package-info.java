/** Reads the workout files that trainers already own, and writes one of them back. Pure: bytes in, values out. */
@NullMarked
package downbeat.classes.plan.workout;

import org.jspecify.annotations.NullMarked;
