package downbeat.drops.entity;

import downbeat.drops.domain.point.WindowId;
import java.time.Instant;

/** @param taken claims that are collected in it, or were */
public record WindowCard(WindowId id, Instant start, Instant end, int capacity, int taken) {}
