package downbeat.discovery.index;

import downbeat.kernel.GeoPoint;

/** Where to look. What has no place, online, is in no area. */
public sealed interface Area {

    /** A circle that holds the area. */
    Circle around();

    /** Tells of points of the {@link Sphere} whether they are inside. */
    Inside inside();

    /** A test that is made once and asked often. */
    @FunctionalInterface
    interface Inside {
        boolean holds(int x, int y, int z);

        default boolean holds(GeoPoint point) {
            return holds(Sphere.x(point), Sphere.y(point), Sphere.z(point));
        }
    }

    /**
     * Everything within a distance.
     *
     * @param metres 0 to half the way around Earth
     */
    record Circle(GeoPoint centre, double metres) implements Area {
        /** Half the way around Earth, and a little: everything. */
        static final double EVERYWHERE = 20_016_000;

        public Circle {
            if (!(metres >= 0 && metres <= EVERYWHERE)) {
                throw new IllegalArgumentException(
                        "radius must be 0 to 20,016,000 m, half the way around Earth, but is " + metres);
            }
        }

        @Override
        public Circle around() {
            return this;
        }

        @Override
        public Inside inside() {
            int x = Sphere.x(centre);
            int y = Sphere.y(centre);
            int z = Sphere.z(centre);
            double chord = Sphere.chordOf(metres);
            return (x2, y2, z2) -> Sphere.chord(x, y, z, x2, y2, z2) <= chord;
        }
    }

    /**
     * What a map shows. From west to east: 170 to -170 is twenty degrees across the antimeridian.
     *
     * @param southWest its latitude is not north of the other's
     */
    record Box(GeoPoint southWest, GeoPoint northEast) implements Area {

        public Box {
            if (southWest.latitude() > northEast.latitude()) {
                throw new IllegalArgumentException("south must not be north of north, but is " + southWest.latitude());
            }
        }

        private double width() {
            double degrees = northEast.longitude() - southWest.longitude();
            return degrees < 0 ? degrees + 360 : degrees;
        }

        /** The corners are farthest from the middle unless it is wider than a quarter of Earth. */
        @Override
        public Circle around() {
            double longitude = southWest.longitude() + width() / 2;
            var middle = new GeoPoint(
                    (southWest.latitude() + northEast.latitude()) / 2, longitude > 180 ? longitude - 360 : longitude);
            if (width() > 90) {
                return new Circle(middle, Circle.EVERYWHERE);
            }
            double farthest = Math.max(middle.metresTo(southWest), middle.metresTo(northEast));
            return new Circle(middle, Math.min(Circle.EVERYWHERE, farthest + 1));
        }

        @Override
        public Inside inside() {
            int south = Sphere.z(southWest);
            int north = Sphere.z(northEast);
            double west = Math.toRadians(southWest.longitude());
            double east = Math.toRadians(northEast.longitude());
            double westX = Math.cos(west);
            double westY = Math.sin(west);
            double eastX = Math.cos(east);
            double eastY = Math.sin(east);
            boolean wide = width() > 180;
            return (x, y, z) -> {
                // positive when the point lies less than half a turn east of the meridian
                boolean eastOfWest = westX * y - westY * x >= 0;
                boolean westOfEast = eastX * y - eastY * x <= 0;
                return z >= south && z <= north && (wide ? eastOfWest || westOfEast : eastOfWest && westOfEast);
            };
        }
    }
}
