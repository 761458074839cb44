@NullMarked
package downbeat.web.http.resource;

import org.jspecify.annotations.NullMarked;
