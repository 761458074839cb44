package downbeat.discovery.alert;

import downbeat.discovery.listing.ListingId;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.GeoPoint;
import java.time.Instant;

/** Something with a place that people are told of: it can be found, and there is still something left of it. */
public record Opening(ListingId id, String style, GeoPoint point, Instant start) {
    ListingKind kind() {
        return id.kind();
    }
}
