package downbeat.popups.domain.door;

import java.time.Instant;

/**
 * The entry that a pass was let in with before.
 *
 * @param admitted how often it was let in before
 * @param refused how often it was refused before
 */
public record Earlier(Instant at, GateId gate, DeviceId device, int admitted, int refused) {}
