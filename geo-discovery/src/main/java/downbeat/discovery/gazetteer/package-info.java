/** Names of places and where they are. */
@NullMarked
package downbeat.discovery.gazetteer;

import org.jspecify.annotations.NullMarked;
