/** What people find, and where. */
@NullMarked
package downbeat.web.http.discovery;

import org.jspecify.annotations.NullMarked;
