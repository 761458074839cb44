/** The API documents, held to the rules they must keep. */
@NullMarked
package downbeat.web.api;

import org.jspecify.annotations.NullMarked;
