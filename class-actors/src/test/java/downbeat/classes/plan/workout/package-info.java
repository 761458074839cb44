@NullMarked
package downbeat.classes.plan.workout;

import org.jspecify.annotations.NullMarked;
