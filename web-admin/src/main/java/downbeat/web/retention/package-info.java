/** What is not kept any longer. */
@NullMarked
package downbeat.web.retention;

import org.jspecify.annotations.NullMarked;
