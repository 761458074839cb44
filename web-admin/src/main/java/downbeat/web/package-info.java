/** The front of the house: main(), HTTP, WebSocket, pages, identity and the command line. */
@NullMarked
package downbeat.web;

import org.jspecify.annotations.NullMarked;
