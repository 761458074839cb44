package downbeat.popups.domain.ticket;

import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.kind.KindId;

/** Somebody who waits for one ticket of a kind. */
public record Waiting(ParticipantId who, KindId kind) {}
