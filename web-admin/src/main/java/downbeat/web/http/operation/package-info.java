/** The operation table: every route is declared as data, and the server, the tests and the API document are held to it. */
@NullMarked
package downbeat.web.http.operation;

import org.jspecify.annotations.NullMarked;
