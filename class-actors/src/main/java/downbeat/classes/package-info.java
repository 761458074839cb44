/** The live class: its aggregates and the live plane. */
@NullMarked
package downbeat.classes;

import org.jspecify.annotations.NullMarked;
