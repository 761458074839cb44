@NullMarked
package downbeat.popups.stage;

import org.jspecify.annotations.NullMarked;
