package downbeat.popups.view;

import downbeat.popups.domain.PopUpId;
import java.time.Instant;
import java.util.Optional;

/**
 * A pop-up in a calendar.
 *
 * @param movedFrom the start before the last move in time
 * @param changedAt when what a calendar says of it last changed
 */
public record CalendarRow(PopUpId id, Instant start, Optional<Instant> movedFrom, Instant changedAt) {}
