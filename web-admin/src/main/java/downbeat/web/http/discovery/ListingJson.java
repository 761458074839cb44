package downbeat.web.http.discovery;

import downbeat.discovery.index.Hit;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.Spot;
import downbeat.kernel.ClassId;
import downbeat.kernel.Language;
import downbeat.web.http.resource.MoneyJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A listing as it is found.
 *
 * @param id of the class, the pop-up or the drop
 * @param at the collection point of a drop
 * @param path of its page
 * @param localStart by the clock of the place, with its offset
 * @param metres away in a straight line, whole; null where that is not known
 */
record ListingJson(
        String kind,
        String id,
        @Nullable String at,
        String path,
        String title,
        String style,
        String host,
        @Nullable PlaceJson place,
        String zone,
        Instant start,
        Instant end,
        Instant until,
        String localStart,
        String attendance,
        MoneyJson price,
        int left,
        int size,
        boolean trial,
        List<String> languages,
        String by,
        @Nullable String classId,
        @Nullable Long metres,
        WhyJson why) {

    /** Where one goes. */
    record PlaceJson(String name, String address, double latitude, double longitude, String accessibility) {
        static PlaceJson of(Spot spot) {
            return new PlaceJson(
                    spot.name(),
                    spot.address(),
                    spot.point().latitude(),
                    spot.point().longitude(),
                    spot.accessibility());
        }
    }

    /** Shares of the score, to a thousandth. */
    record WhyJson(double score, double distance, double time, double affinity, double scarcity) {
        static WhyJson of(Hit.Why why) {
            return new WhyJson(
                    rounded(why.score()),
                    rounded(why.distance()),
                    rounded(why.time()),
                    rounded(why.affinity()),
                    rounded(why.scarcity()));
        }

        private static double rounded(double share) {
            return Math.round(share * 1_000) / 1_000.0;
        }
    }

    static ListingJson of(Listing it, Hit hit) {
        return of(it, hit.metres().isPresent() ? Math.round(hit.metres().getAsDouble()) : null, WhyJson.of(hit.why()));
    }

    /** For somebody of whom no distance is known. */
    static ListingJson of(Listing it) {
        return of(it, null, new WhyJson(0, 0, 0, 0, 0));
    }

    private static ListingJson of(Listing it, @Nullable Long metres, WhyJson why) {
        var id = it.id();
        return new ListingJson(
                id.kind().text(),
                id.source(),
                id.at().isEmpty() ? null : id.at(),
                path(it),
                it.title(),
                it.style(),
                it.host(),
                it.spot().map(PlaceJson::of).orElse(null),
                it.zone().getId(),
                it.start(),
                it.end(),
                it.until(),
                local(it, it.start()),
                it.attendance().text(),
                MoneyJson.of(it.price()),
                it.left(),
                it.size(),
                it.trial(),
                it.languages().stream().map(Language::value).toList(),
                it.owner().value(),
                it.linkedClass().map(ClassId::value).orElse(null),
                metres,
                why);
    }

    /** By the clock of the place, with its offset. */
    static String local(Listing it, Instant at) {
        return at.atZone(it.zone())
                .truncatedTo(ChronoUnit.SECONDS)
                .toOffsetDateTime()
                .toString();
    }

    /** Classes are booked on the first page. */
    static String path(Listing it) {
        return switch (it.id().kind()) {
            case CLASS -> "/";
            case POP_UP -> "/pop-ups/" + it.id().source();
            case DROP -> "/drops/" + it.id().source();
        };
    }
}
