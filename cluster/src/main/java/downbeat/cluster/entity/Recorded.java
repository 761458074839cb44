package downbeat.cluster.entity;

import java.time.Instant;

/**
 * A stored fact as views and reactions see it.
 *
 * @param entityId whose fact
 * @param sequence counts the facts of this entity from 1, without gaps
 * @param at when it was decided
 */
public record Recorded<E>(String entityId, long sequence, Instant at, E event) {}
