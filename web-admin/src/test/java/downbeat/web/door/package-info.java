@NullMarked
package downbeat.web.door;

import org.jspecify.annotations.NullMarked;
