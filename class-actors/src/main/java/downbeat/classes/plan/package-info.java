/** Cue plans: what a class does when, as segments and the cues that go with them. Pure values and rules. */
@NullMarked
package downbeat.classes.plan;

import org.jspecify.annotations.NullMarked;
