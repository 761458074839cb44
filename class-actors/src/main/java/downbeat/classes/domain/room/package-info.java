/** Who of a class is in the room with the trainer, as the doors of its pop-ups know it. */
@NullMarked
package downbeat.classes.domain.room;

import org.jspecify.annotations.NullMarked;
