package downbeat.web.alert;

import downbeat.discovery.listing.Listing;
import java.time.Instant;

/**
 * What one reader is told of.
 *
 * @param change the number of the wave among all waves
 */
public record News(long change, Instant at, Listing it) {}
