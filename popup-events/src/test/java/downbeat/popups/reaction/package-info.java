@NullMarked
package downbeat.popups.reaction;

import org.jspecify.annotations.NullMarked;
