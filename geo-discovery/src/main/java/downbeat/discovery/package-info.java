/** The room of discovery: listings, the cell index, ranking, subscriptions and attribution. */
@NullMarked
package downbeat.discovery;

import org.jspecify.annotations.NullMarked;
