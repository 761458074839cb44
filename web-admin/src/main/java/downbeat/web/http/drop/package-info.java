/** Drops over HTTP: composed, claimed, handed over. */
@NullMarked
package downbeat.web.http.drop;

import org.jspecify.annotations.NullMarked;
