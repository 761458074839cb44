package downbeat.popups.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody was inside.
 *
 * @param from when they were let in
 * @param to empty while they are
 */
public record StayCard(Instant from, Optional<Instant> to) {}
