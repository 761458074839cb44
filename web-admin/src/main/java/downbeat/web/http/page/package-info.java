/** Pages and the files they are made of. */
@NullMarked
package downbeat.web.http.page;

import org.jspecify.annotations.NullMarked;
