package downbeat.kernel;

/**
 * A place on Earth (WGS 84).
 *
 * @param latitude -90 to 90 degrees, north is positive
 * @param longitude -180 to 180 degrees, east is positive
 */
public record GeoPoint(double latitude, double longitude) {

    /** The mean radius of the IUGG, in metres. */
    private static final double EARTH_RADIUS = 6_371_008.8;

    public GeoPoint {
        within("latitude", latitude, 90);
        within("longitude", longitude, 180);
    }

    /** Metres along the great circle (haversine), good to 0.5 % since Earth is no sphere. */
    public double metresTo(GeoPoint other) {
        double phi = Math.toRadians(latitude);
        double otherPhi = Math.toRadians(other.latitude);
        double a = haversine(otherPhi - phi)
                + Math.cos(phi) * Math.cos(otherPhi) * haversine(Math.toRadians(other.longitude - longitude));
        return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(a)));
    }

    private static double haversine(double angle) {
        double half = Math.sin(angle / 2);
        return half * half;
    }

    private static void within(String field, double degrees, double limit) {
        if (!(Math.abs(degrees) <= limit)) { // also catches NaN
            throw new IllegalArgumentException(field + " must be -" + limit + " to " + limit + ", but is " + degrees);
        }
    }
}
