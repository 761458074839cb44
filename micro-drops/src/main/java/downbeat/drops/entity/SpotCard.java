package downbeat.drops.entity;

import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.Optional;

/**
 * A spot in the waiting room.
 *
 * @param position from 1
 * @param turn when they are let in; empty until the drop is open
 */
public record SpotCard(ParticipantId who, int position, Instant since, Optional<Instant> turn) {}
