/** The rules about a cue plan on file. Pure. */
@NullMarked
package downbeat.classes.library.domain;

import org.jspecify.annotations.NullMarked;
