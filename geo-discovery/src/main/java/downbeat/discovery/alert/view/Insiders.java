package downbeat.discovery.alert.view;

import downbeat.discovery.listing.Listing;
import downbeat.kernel.ParticipantId;
import java.util.Set;

/** Who knows of a listing already: whoever has or waits for a place, or offers it. Blocks on the database. */
@FunctionalInterface
public interface Insiders {
    Set<ParticipantId> of(Listing it);
}
