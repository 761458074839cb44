/** What there is to find, as open data for other sites: OpenActive's feeds. */
@NullMarked
package downbeat.web.http.openactive;

import org.jspecify.annotations.NullMarked;
