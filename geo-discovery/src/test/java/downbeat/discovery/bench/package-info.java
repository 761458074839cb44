/** Measures the index of listings beside what others build. */
@NullMarked
package downbeat.discovery.bench;

import org.jspecify.annotations.NullMarked;
