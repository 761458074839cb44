/** Journeys over real HTTP and WebSocket that read like stories. */
@NullMarked
package downbeat.web.journey;

import org.jspecify.annotations.NullMarked;
