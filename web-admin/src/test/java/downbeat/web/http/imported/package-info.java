/** Files of others, as an import reads them. */
@NullMarked
package downbeat.web.http.imported;

import org.jspecify.annotations.NullMarked;
