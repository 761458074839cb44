/** A running node for tests, and visitors that call it as anybody would. */
@NullMarked
package downbeat.web.stage;

import org.jspecify.annotations.NullMarked;
