package downbeat.popups.domain.place;

import downbeat.kernel.GeoPoint;
import downbeat.kernel.bound.Bounds;
import java.time.ZoneId;

/**
 * Where a pop-up takes place.
 *
 * @param name 1 to 120 characters
 * @param address 1 to 300 characters, as one writes it there
 * @param zone whose clocks hang there
 * @param accessibility what somebody must know who cannot climb, see or hear, up to 1000 characters
 */
public record Place(String name, String address, GeoPoint point, ZoneId zone, String accessibility) {
    public Place {
        Bounds.text("name of the place", name, 1, 120);
        Bounds.text("address", address, 1, 300);
        Bounds.text("accessibility", accessibility, 0, 1000);
    }
}
