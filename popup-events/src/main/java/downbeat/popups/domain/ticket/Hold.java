package downbeat.popups.domain.ticket;

import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.kind.KindId;
import java.time.Instant;

/**
 * Places kept for somebody who is about to confirm; they count against the capacity until they run out.
 *
 * @param price of one of them, as it was when they were held
 */
public record Hold(HoldId id, ParticipantId who, KindId kind, int count, Money price, Instant until) {}
