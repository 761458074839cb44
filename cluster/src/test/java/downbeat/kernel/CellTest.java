package downbeat.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Circles and the hexagons that cover them. */
class CellTest {
    /** The geometry that every search stands on: no place is missed, at poles, pentagons and the antimeridian either. */
    @Test
    void so_many_rings_hold_everything_within_their_distance() {
        var random = new Random(4);
        for (int n = 0; n < 3_000; n++) {
            var centre = anywhere(random, n);
            double metres = random.nextDouble() * 9_000;
            var point = away(centre, metres * Math.sqrt(random.nextDouble()), random.nextDouble() * 360);
            int rings = Cell.ringsAround(metres, 8);
            assertThat(Cell.of(centre, 8).disk(rings))
                    .as("%s within %f m of %s", point, metres, centre)
                    .contains(Cell.of(point, 8).index());
            assertThat(Cell.metresWithin(rings, 8)).isGreaterThanOrEqualTo(metres);
            assertThat((long) Cell.of(centre, 8).disk(rings).length).isLessThanOrEqualTo(Cell.inRings(rings));
        }
    }

    /** Also around the twelve pentagons, of which two are these, the poles and 180 degrees. */
    private static GeoPoint anywhere(Random random, int n) {
        double wobble = random.nextGaussian() * 0.02;
        return switch (n % 5) {
            case 0 -> new GeoPoint(Math.min(90, 89.99 + Math.abs(wobble) / 3), random.nextDouble() * 360 - 180);
            case 1 -> new GeoPoint(wobble, random.nextBoolean() ? 179.999 : -179.999);
            case 2 -> new GeoPoint(64.700_001 + wobble, 10.536_199 + wobble);
            case 3 -> new GeoPoint(39.100_000 + wobble, 122.300_000 + wobble);
            default ->
                new GeoPoint(Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1)), random.nextDouble() * 360 - 180);
        };
    }

    /** A point so far away in a direction (great circle). */
    private static GeoPoint away(GeoPoint from, double metres, double bearing) {
        double angle = metres / 6_371_008.8;
        double phi = Math.toRadians(from.latitude());
        double course = Math.toRadians(bearing);
        double to = Math.asin(Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(course));
        double east = Math.atan2(
                Math.sin(course) * Math.sin(angle) * Math.cos(phi), Math.cos(angle) - Math.sin(phi) * Math.sin(to));
        double longitude = Math.toDegrees(Math.toRadians(from.longitude()) + east);
        return new GeoPoint(
                Math.toDegrees(to), longitude > 180 ? longitude - 360 : longitude < -180 ? longitude + 360 : longitude);
    }
}
