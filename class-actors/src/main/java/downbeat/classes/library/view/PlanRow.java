package downbeat.classes.library.view;

import downbeat.kernel.PlanId;
import java.time.Duration;
import java.time.Instant;

/** A cue plan as the shelf lists it. */
public record PlanRow(PlanId id, String fileName, String title, Duration length, int segments, Instant keptAt) {}
