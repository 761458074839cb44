package downbeat.classes.participant.domain;

import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.PlaceKind;
import downbeat.kernel.Cell;
import downbeat.kernel.ClassId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A person who takes part. */
public sealed interface Participant {
    /** Nobody yet. */
    record Unknown() implements Participant {}

    /**
     * @param memberSince empty during the trial
     * @param consents when each was given; those withdrawn are not in it
     * @param home only while {@link Consent#LOCATION} is given
     * @param bookings places held in classes that are not over
     * @param attended classes that are over, the oldest first
     */
    record Known(
            String name,
            Optional<Instant> memberSince,
            Map<Consent, Instant> consents,
            Optional<Cell> home,
            Map<ClassId, Held> bookings,
            Map<ClassId, Attendance> attended)
            implements Participant {
        public Known {
            consents = copy(consents);
            bookings = copy(bookings);
            attended = copy(attended);
        }

        Profile profile() {
            return new Profile(name, home, consents.keySet());
        }

        private static <K, V> Map<K, V> copy(Map<K, V> map) {
            return Collections.unmodifiableMap(new LinkedHashMap<>(map));
        }
    }

    /** A place held. */
    record Held(PlaceKind place, boolean trial) {}
}
