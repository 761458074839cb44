@NullMarked
package downbeat.classes.participant.reaction;

import org.jspecify.annotations.NullMarked;
