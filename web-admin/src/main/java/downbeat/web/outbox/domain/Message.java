package downbeat.web.outbox.domain;

import downbeat.popups.domain.PopUpId;
import java.time.Instant;
import java.util.Optional;

/**
 * What guests of a pop-up are told.
 *
 * @param audience whom the organizer wrote to; empty where a fact speaks
 * @param goodUntil nobody needs to get it by post from then on
 */
public record Message(
        MessageId id,
        PopUpId popUp,
        Topic topic,
        Said said,
        Optional<Audience> audience,
        Instant at,
        Instant goodUntil) {}
