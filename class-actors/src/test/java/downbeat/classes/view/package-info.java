@NullMarked
package downbeat.classes.view;

import org.jspecify.annotations.NullMarked;
