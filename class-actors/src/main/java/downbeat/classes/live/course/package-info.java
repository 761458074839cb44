/** The course of a running class: the rules of its sequencer, without actors, clocks or I/O. */
@NullMarked
package downbeat.classes.live.course;

import org.jspecify.annotations.NullMarked;
