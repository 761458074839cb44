package downbeat.discovery.stage;

import downbeat.discovery.gazetteer.Gazetteer;
import downbeat.discovery.index.Entry;
import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.listing.Words;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** As many entries as one likes, the same for the same seed: at real stops of Berlin and up to some hundred metres around them. */
public final class Crowd {
    public static final Instant NOW = Instant.parse("2198-12-01T12:00:00Z");
    public static final Currency EURO = Currency.getInstance("EUR");
    private static final List<String> STYLES =
            List.of("Indoor cycling", "Yoga", "Rowing", "HIIT", "Pilates", "Boxing", "Running", "Mobility");
    /** Half of them do not say it. */
    private static final List<String> SPOKEN = List.of("", "", "", "de", "en", "de,en");

    private static final List<GeoPoint> STOPS =
            Gazetteer.shipped().all().stream().map(place -> place.point()).toList();

    private final Random random;

    public Crowd(long seed) {
        random = new Random(seed);
    }

    public GeoPoint point() {
        var stop = STOPS.get(random.nextInt(STOPS.size()));
        return new GeoPoint(
                stop.latitude() + random.nextGaussian() * 0.002, stop.longitude() + random.nextGaussian() * 0.003);
    }

    public Entry entry(int number) {
        return entry(number, Optional.of(point()));
    }

    public Entry entry(int number, Optional<GeoPoint> point) {
        var start = NOW.plus(Duration.ofMinutes(random.nextInt(14 * 24 * 60) - 60));
        int size = 1 + random.nextInt(200);
        var style = STYLES.get(random.nextInt(STYLES.size()));
        return new Entry(
                number,
                point,
                start,
                start.plus(Duration.ofMinutes(random.nextInt(3) * 45L)),
                one(random, ListingKind.values()),
                point.isEmpty() ? Attendance.ONLINE : random.nextBoolean() ? Attendance.IN_PERSON : Attendance.MIXED,
                style,
                "t-" + random.nextInt(500),
                random.nextInt(4) * 500L,
                EURO,
                Math.max(0, random.nextInt(size + 10) - 10),
                size,
                random.nextBoolean(),
                random.nextBoolean(),
                Words.of(style, "corner " + random.nextInt(1_000)).signature(),
                Language.split(SPOKEN.get(number % SPOKEN.size())));
    }

    /** Any of these. */
    public static <T> T one(Random random, T[] of) {
        return of[random.nextInt(of.length)];
    }
}
