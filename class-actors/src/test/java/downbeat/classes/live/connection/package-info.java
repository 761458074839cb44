@NullMarked
package downbeat.classes.live.connection;

import org.jspecify.annotations.NullMarked;
