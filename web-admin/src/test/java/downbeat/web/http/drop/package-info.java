@NullMarked
package downbeat.web.http.drop;

import org.jspecify.annotations.NullMarked;
