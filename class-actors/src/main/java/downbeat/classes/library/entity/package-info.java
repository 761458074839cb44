/** Cue plans on file as running entities. */
@NullMarked
package downbeat.classes.library.entity;

import org.jspecify.annotations.NullMarked;
