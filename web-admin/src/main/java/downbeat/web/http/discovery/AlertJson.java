package downbeat.web.http.discovery;

import downbeat.discovery.alert.Alert;
import downbeat.discovery.alert.Channel;
import downbeat.discovery.gazetteer.Gazetteer;
import downbeat.discovery.gazetteer.NamedPlace;
import downbeat.discovery.index.Area;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.Cell;
import downbeat.web.alert.News;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An alert to its member.
 *
 * @param radius in metres
 * @param kinds all when empty
 * @param styles all when empty
 * @param days all when empty
 * @param from null for any hour, and then so is {@code to}
 * @param version as in its ETag
 */
record AlertJson(
        String alertId,
        AreaJson area,
        int radius,
        List<String> kinds,
        List<String> styles,
        List<String> days,
        @Nullable String from,
        @Nullable String to,
        String zone,
        @Nullable QuietJson quiet,
        List<String> by,
        Instant consentedAt,
        int version) {

    /**
     * Where, and no finer.
     *
     * @param latitude of the middle of the cell
     * @param name the busiest place in the cell; empty where none is known
     */
    record AreaJson(String cell, double latitude, double longitude, String name) {
        static AreaJson of(Cell cell) {
            var centre = cell.centre();
            return new AreaJson(cell.toString(), rounded(centre.latitude()), rounded(centre.longitude()), name(cell));
        }

        private static String name(Cell cell) {
            return Gazetteer.shipped().within(new Area.Circle(cell.centre(), cell.reach()), Integer.MAX_VALUE).stream()
                    .filter(place -> Cell.of(place.point(), cell.resolution()).equals(cell))
                    .findFirst()
                    .map(NamedPlace::name)
                    .orElse("");
        }

        private static double rounded(double degrees) {
            return Math.round(degrees * 10_000) / 10_000.0;
        }
    }

    record QuietJson(String from, String to) {}

    /**
     * All of one member.
     *
     * @param most of one member
     * @param heldOut whether they are of the tenth that is never told
     * @param letters whether this installation sends letters by e-mail
     */
    record AlertsJson(List<AlertJson> items, int most, boolean heldOut, boolean letters) {
        AlertsJson {
            items = List.copyOf(items);
        }
    }

    /** What they were told of. */
    record ToldJson(Instant at, ListingJson listing) {
        static ToldJson of(News news) {
            return new ToldJson(news.at(), ListingJson.of(news.it()));
        }
    }

    /** The newest first. */
    record ToldsJson(List<ToldJson> items) {
        ToldsJson {
            items = List.copyOf(items);
        }
    }

    static AlertJson of(Alert it) {
        var wish = it.wish();
        var hours = wish.when();
        boolean any = hours.from().equals(LocalTime.MIDNIGHT) && hours.to().equals(LocalTime.MIDNIGHT);
        return new AlertJson(
                it.id().value(),
                AreaJson.of(wish.cell()),
                wish.metres(),
                wish.kinds().stream().sorted().map(ListingKind::text).toList(),
                wish.styles().stream().sorted().toList(),
                hours.days().stream().sorted().map(DayOfWeek::name).toList(),
                any ? null : hours.from().toString(),
                any ? null : hours.to().toString(),
                hours.zone().getId(),
                wish.quiet()
                        .map(quiet -> new QuietJson(
                                quiet.from().toString(), quiet.to().toString()))
                        .orElse(null),
                wish.by().stream().sorted().map(Channel::text).toList(),
                it.consented(),
                it.edition());
    }
}
