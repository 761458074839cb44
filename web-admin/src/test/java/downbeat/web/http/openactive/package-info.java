/** Tests of the open data. */
@NullMarked
package downbeat.web.http.openactive;

import org.jspecify.annotations.NullMarked;
