package downbeat.discovery.index;

import downbeat.kernel.GeoPoint;

/**
 * Points as whole numbers along the three axes of a sphere of radius 2^30, so that a distance takes no trigonometry: a step is
 * 6 mm on Earth. Distances along the great circle from the chord, on the radius of {@link GeoPoint#metresTo}.
 */
final class Sphere {
    static final double UNIT = 1 << 30;
    /** The mean radius of the IUGG, in metres. */
    private static final double RADIUS = 6_371_008.8;

    private Sphere() {}

    static int x(GeoPoint point) {
        return axis(Math.cos(Math.toRadians(point.latitude())) * Math.cos(Math.toRadians(point.longitude())));
    }

    static int y(GeoPoint point) {
        return axis(Math.cos(Math.toRadians(point.latitude())) * Math.sin(Math.toRadians(point.longitude())));
    }

    static int z(GeoPoint point) {
        return axis(Math.sin(Math.toRadians(point.latitude())));
    }

    private static int axis(double unit) {
        return (int) Math.round(unit * UNIT);
    }

    /** The square of the chord between two points, in steps. */
    static double chord(int x, int y, int z, int x2, int y2, int z2) {
        double dx = (double) x - x2;
        double dy = (double) y - y2;
        double dz = (double) z - z2;
        return dx * dx + dy * dy + dz * dz;
    }

    /** Below a hundredth of the radius two terms of the series are good to a millionth of a millimetre. */
    static double metres(double chord) {
        double length = Math.sqrt(chord) / UNIT;
        return length < 0.01
                ? RADIUS * length * (1 + length * length / 24)
                : 2 * RADIUS * Math.asin(Math.min(1, length / 2));
    }

    /** The chord that goes with a distance; the longest there is for half the way around Earth and more. */
    static double chordOf(double metres) {
        double half = 2 * UNIT * Math.sin(Math.min(Math.PI, metres / RADIUS) / 2);
        return half * half;
    }
}
