@NullMarked
package downbeat.popups.golden;

import org.jspecify.annotations.NullMarked;
