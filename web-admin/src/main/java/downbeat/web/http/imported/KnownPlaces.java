package downbeat.web.http.imported;

import downbeat.discovery.gazetteer.Gazetteer;
import downbeat.discovery.gazetteer.NamedPlace;
import downbeat.kernel.GeoPoint;
import java.util.Optional;

/** Coordinates of places by their very name; a name that is only like one finds nothing. */
final class KnownPlaces {
    private KnownPlaces() {}

    static Optional<GeoPoint> find(String name) {
        return Gazetteer.shipped().named(name).stream()
                .filter(place -> place.name().equalsIgnoreCase(name.strip()))
                .findFirst()
                .map(NamedPlace::point);
    }
}
