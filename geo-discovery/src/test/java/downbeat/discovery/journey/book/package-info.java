@NullMarked
package downbeat.discovery.journey.book;

import org.jspecify.annotations.NullMarked;
