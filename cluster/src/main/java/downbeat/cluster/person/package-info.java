/** The keys that the journal's rows of people are sealed with: without one they say nothing any more. */
@NullMarked
package downbeat.cluster.person;

import org.jspecify.annotations.NullMarked;
