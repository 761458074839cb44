package downbeat.web.bench;

import downbeat.discovery.gazetteer.Gazetteer;
import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingId;
import downbeat.discovery.listing.Offer;
import downbeat.discovery.listing.Particulars;
import downbeat.discovery.listing.Spot;
import downbeat.kernel.AccountId;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Money;
import downbeat.popups.domain.PopUpId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Pop-ups of the next fortnight at real stops of Berlin and up to some hundred metres around them, the same for the same seed. */
final class BerlinListings {
    static final List<String> STYLES =
            List.of("Indoor cycling", "Yoga", "Rowing", "HIIT", "Pilates", "Boxing", "Running", "Mobility");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final List<GeoPoint> STOPS =
            Gazetteer.shipped().all().stream().map(place -> place.point()).toList();

    private final Random random;
    private final Instant now;

    BerlinListings(long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
    }

    GeoPoint point() {
        var stop = any(STOPS);
        return new GeoPoint(
                stop.latitude() + random.nextGaussian() * 0.002, stop.longitude() + random.nextGaussian() * 0.003);
    }

    <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    Listing listing(int number) {
        var start = now.plus(Duration.ofMinutes(random.nextInt(14 * 24 * 60)));
        var end = start.plus(Duration.ofMinutes(45 + random.nextInt(3) * 45L));
        var price = Money.of(random.nextInt(4) * 500L, "EUR");
        var style = any(STYLES);
        int size = 1 + random.nextInt(200);
        return new Listing(
                ListingId.of(new PopUpId("bench-" + number)),
                new AccountId("bench-" + random.nextInt(500)),
                style + " at corner " + random.nextInt(1_000),
                style,
                "Host " + random.nextInt(500),
                Optional.of(new Spot("Hall " + number, "Straße " + number, point(), BERLIN, "Step-free")),
                BERLIN,
                start,
                end,
                end,
                Attendance.IN_PERSON,
                price,
                random.nextInt(size + 1),
                size,
                random.nextBoolean(),
                Optional.empty(),
                new Particulars("Bring a towel. ".repeat(20), List.of(new Offer("Seat", price)), 1),
                List.of());
    }
}
