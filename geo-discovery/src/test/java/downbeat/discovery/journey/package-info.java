@NullMarked
package downbeat.discovery.journey;

import org.jspecify.annotations.NullMarked;
