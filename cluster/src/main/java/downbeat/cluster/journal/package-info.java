/** Reading the journal as it grows, for views and reactions. */
@NullMarked
package downbeat.cluster.journal;

import org.jspecify.annotations.NullMarked;
