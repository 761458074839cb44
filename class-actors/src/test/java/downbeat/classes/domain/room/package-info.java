@NullMarked
package downbeat.classes.domain.room;

import org.jspecify.annotations.NullMarked;
