/** The table of listings, who writes it and the replica of it that each node searches. */
@NullMarked
package downbeat.discovery.view;

import org.jspecify.annotations.NullMarked;
