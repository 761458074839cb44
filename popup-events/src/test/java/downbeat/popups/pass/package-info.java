@NullMarked
package downbeat.popups.pass;

import org.jspecify.annotations.NullMarked;
