/** The way from a trial to a pop-up near by and back again, and what discovery had to do with it. */
@NullMarked
package downbeat.discovery.journey;

import org.jspecify.annotations.NullMarked;
