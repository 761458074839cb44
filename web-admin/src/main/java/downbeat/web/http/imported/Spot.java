package downbeat.web.http.imported;

import downbeat.kernel.GeoPoint;
import downbeat.web.http.problem.ProblemType;
import java.util.Map;
import java.util.Optional;

/** Where an event takes place, as far as its file says so. */
record Spot(String name, String address, Optional<GeoPoint> point) {
    private static final int LONGEST_NAME = 120;

    /** A place written in one line: what stands before the first comma is its name. */
    static Spot ofLine(String line, Optional<GeoPoint> point) {
        var comma = line.indexOf(',');
        var name = (comma > 0 ? line.substring(0, comma) : line).strip();
        return new Spot(
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).strip() : name, line, point);
    }

    /**
     * @param field that should have the coordinates
     * @param example how they are written there
     */
    void fill(Map<String, String> cells, String field, String example) {
        var found = point.or(() -> KnownPlaces.find(name))
                .orElseThrow(() -> ProblemType.MISSING_FIELD.at(
                        field,
                        "is missing, and no place is known here by the name \"" + PlainText.shortened(name)
                                + "\": add the coordinates to the event, " + example + "."));
        cells.put("place", name);
        cells.put("address", address);
        cells.put("lat", String.valueOf(found.latitude()));
        cells.put("lon", String.valueOf(found.longitude()));
    }
}
