package downbeat.web.identity.erasure;

import downbeat.kernel.AccountId;
import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who has asked to have everything deleted.
 *
 * @param keysAt since when the journal says nothing of them any more
 */
public record Erasure(AccountId account, ParticipantId participant, Optional<Instant> keysAt) {}
