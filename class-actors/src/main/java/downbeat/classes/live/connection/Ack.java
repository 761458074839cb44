package downbeat.classes.live.connection;

import downbeat.classes.live.report.How;

/**
 * A device says how it took a cue.
 *
 * @param heldMillis passed on the device between executing the cue and sending this
 * @param ctMillis class time of execution by the device's estimate; NaN when its clock is not known
 */
record Ack(long offset, double heldMillis, double ctMillis, How how) {}
