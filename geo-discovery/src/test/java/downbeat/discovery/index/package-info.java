@NullMarked
package downbeat.discovery.index;

import org.jspecify.annotations.NullMarked;
