@NullMarked
package downbeat.classes.golden;

import org.jspecify.annotations.NullMarked;
