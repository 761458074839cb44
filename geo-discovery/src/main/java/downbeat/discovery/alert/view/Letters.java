package downbeat.discovery.alert.view;

import downbeat.discovery.listing.Listing;
import downbeat.kernel.ParticipantId;
import java.time.Instant;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Where letters are put down, in the transaction of their wave: both are there, or neither is. */
@FunctionalInterface
public interface Letters {
    void put(Handle db, Listing about, int wave, Collection<ParticipantId> to, Instant now);
}
