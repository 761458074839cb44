package downbeat.popups.domain.ticket;

import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.kind.KindId;
import java.time.Instant;

/** A place kept for somebody from the waiting list; it counts against the capacity until it runs out. */
public record Offer(ParticipantId who, KindId kind, Instant until) {}
