package downbeat.classes.rig.domain;

import downbeat.classes.rig.figures.Figures;
import java.time.Instant;

/**
 * A verdict that was put on record.
 *
 * @param number of this rig's verdicts, from 1
 */
public record RecordedVerdict(long number, Figures figures, Judgement judgement, Instant at) {}
