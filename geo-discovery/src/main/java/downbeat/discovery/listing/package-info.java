/** What there is to find, wherever it comes from, and the words it is found by. */
@NullMarked
package downbeat.discovery.listing;

import org.jspecify.annotations.NullMarked;
