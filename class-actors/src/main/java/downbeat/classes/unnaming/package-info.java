/** Takes names of people out of what earlier versions wrote of classes. */
@NullMarked
package downbeat.classes.unnaming;

import org.jspecify.annotations.NullMarked;
