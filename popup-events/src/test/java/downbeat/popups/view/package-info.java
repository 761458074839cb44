@NullMarked
package downbeat.popups.view;

import org.jspecify.annotations.NullMarked;
