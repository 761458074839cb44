package downbeat.classes.live.lobby;

import java.time.Duration;

/**
 * Where a party stands.
 *
 * @param position from 1
 * @param of parties that wait
 * @param left until its turn as things are; never negative
 */
public record Place(int position, int of, Duration left) {}
