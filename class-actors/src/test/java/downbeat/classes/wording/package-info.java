@NullMarked
package downbeat.classes.wording;

import org.jspecify.annotations.NullMarked;
