package downbeat.classes.participant.entity;

import downbeat.classes.participant.domain.Consent;
import downbeat.classes.participant.domain.Profile;
import downbeat.kernel.Cell;
import downbeat.kernel.ClassId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a participant may read of themselves.
 *
 * @param memberSince empty during the trial
 * @param consents when each consent in force was given
 * @param booked classes to come in which they hold a place
 * @param attended how many classes they came to
 */
public record ParticipantCard(
        String name,
        Optional<Instant> memberSince,
        Map<Consent, Instant> consents,
        Optional<Cell> home,
        List<ClassId> booked,
        int attended) {
    public ParticipantCard {
        consents = Map.copyOf(consents);
        booked = List.copyOf(booked);
    }

    public Profile profile() {
        return new Profile(name, home, consents.keySet());
    }
}
