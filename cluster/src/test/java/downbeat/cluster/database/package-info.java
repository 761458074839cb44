@NullMarked
package downbeat.cluster.database;

import org.jspecify.annotations.NullMarked;
