/** The resources of the API, one file each, and their JSON. */
@NullMarked
package downbeat.web.http.resource;

import org.jspecify.annotations.NullMarked;
