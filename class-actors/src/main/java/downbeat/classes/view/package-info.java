/** Classes, places and reports as tables to be searched. */
@NullMarked
package downbeat.classes.view;

import org.jspecify.annotations.NullMarked;
