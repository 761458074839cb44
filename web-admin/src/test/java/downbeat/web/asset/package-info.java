/** Assets in the database. */
@NullMarked
package downbeat.web.asset;

import org.jspecify.annotations.NullMarked;
