@NullMarked
package downbeat.classes.library.view;

import org.jspecify.annotations.NullMarked;
