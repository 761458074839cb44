package downbeat.discovery.listing;

import downbeat.kernel.GeoPoint;
import downbeat.popups.domain.place.Place;
import java.time.ZoneId;

/** Where it is. The fields are those of {@link Place}. */
public record Spot(String name, String address, GeoPoint point, ZoneId zone, String accessibility) {
    public static Spot of(Place place) {
        return new Spot(place.name(), place.address(), place.point(), place.zone(), place.accessibility());
    }
}
