package downbeat.web.stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What members send about alerts. */
public final class AlertBodies {
    public static final String ALL = "/api/v1/me/alerts";

    private AlertBodies() {}

    /** Anything within a kilometre, on the page, at any hour. */
    public static Map<String, Object> around(double latitude, double longitude) {
        var form = new LinkedHashMap<String, Object>();
        form.put("near", Map.of("latitude", latitude, "longitude", longitude));
        form.put("radius", 1_000);
        form.put("zone", "Europe/Berlin");
        form.put("by", List.of("page"));
        form.put("consent", true);
        return form;
    }

    public static Map<String, Object> around(double latitude, double longitude, String field, Object value) {
        var form = around(latitude, longitude);
        form.put(field, value);
        return form;
    }

    /** The id of an alert where nothing opens. */
    public static String made(Visitor member) {
        return member.post(ALL, around(-80, 0))
                .expecting(201)
                .json()
                .get("alertId")
                .asText();
    }
}
