package downbeat.classes.live.log;

import downbeat.classes.live.bio.Metric;
import downbeat.classes.live.clock.ClassTime;

/**
 * A window in which members show each other how they do.
 *
 * @param cueId names the cue that opened it
 * @param to when it ends by itself
 */
public record Burst(String cueId, ClassTime from, ClassTime to, Metric metric) {}
