package downbeat.discovery.view;

import downbeat.discovery.listing.Listing;
import java.time.Instant;
import java.util.Optional;

/**
 * The last change of a listing.
 *
 * @param source the class, the pop-up or the drop
 * @param change its number; no two have the same
 * @param at when it was; 1970 where that was not noted
 * @param listing empty when it is not listed any more
 */
public record ListingChange(String source, long change, Instant at, Optional<Listing> listing) {}
