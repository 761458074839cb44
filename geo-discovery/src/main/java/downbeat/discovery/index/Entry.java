package downbeat.discovery.index;

import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.listing.Signature;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Language;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What the index knows of a listing.
 *
 * @param number of its row, 0 or more
 * @param point empty online
 * @param until when one must be there at the latest
 * @param price in the smallest unit of its currency; what is dearer than an int is kept as the largest int
 * @param told whether its place says something about how accessible it is
 * @param languages in which it is held; empty where that is not said
 */
public record Entry(
        int number,
        Optional<GeoPoint> point,
        Instant start,
        Instant until,
        ListingKind kind,
        Attendance attendance,
        String style,
        String owner,
        long price,
        Currency currency,
        int left,
        int size,
        boolean trial,
        boolean told,
        Signature words,
        List<Language> languages) {

    public Entry {
        languages = List.copyOf(languages);
        if (number < 0) {
            throw new IllegalArgumentException("number must be 0 or more, but is " + number);
        }
    }
}
