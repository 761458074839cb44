/** Listings by hexagon in memory: searched by many at once, changed by one. Knows no database. */
@NullMarked
package downbeat.discovery.index;

import org.jspecify.annotations.NullMarked;
