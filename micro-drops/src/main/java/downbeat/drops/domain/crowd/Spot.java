package downbeat.drops.domain.crowd;

import java.time.Instant;

/**
 * Where somebody stands in the waiting room.
 *
 * @param position from 0; before the draw the order in which they came
 */
public record Spot(int position, Instant since) {}
