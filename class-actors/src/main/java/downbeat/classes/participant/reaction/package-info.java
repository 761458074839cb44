/** What happens in classes is noted with the people it happens to. */
@NullMarked
package downbeat.classes.participant.reaction;

import org.jspecify.annotations.NullMarked;
