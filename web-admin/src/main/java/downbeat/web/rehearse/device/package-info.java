/** Simulated devices: wrong clocks, bad links, sockets that drop, and members and trainers who behave as real ones do. */
@NullMarked
package downbeat.web.rehearse.device;

import org.jspecify.annotations.NullMarked;
