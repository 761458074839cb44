/** Coming into a class: many at once, late, and from the class before. */
@NullMarked
package downbeat.web.lobby;

import org.jspecify.annotations.NullMarked;
