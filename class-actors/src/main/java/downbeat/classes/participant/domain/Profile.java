package downbeat.classes.participant.domain;

import downbeat.kernel.Cell;
import downbeat.kernel.Version;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a person says of themselves, and edits. */
public record Profile(String name, Optional<Cell> home, Set<Consent> consents) {
    public Profile {
        consents = Set.copyOf(consents);
    }

    /** The same as long as all of it is: bookings and classes attended are nobody's edit. */
    public Version version() {
        return Version.ofContent(home.map(Cell::toString).orElse("-") + new TreeSet<>(consents) + name);
    }
}
