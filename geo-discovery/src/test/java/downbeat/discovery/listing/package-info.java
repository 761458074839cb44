@NullMarked
package downbeat.discovery.listing;

import org.jspecify.annotations.NullMarked;
