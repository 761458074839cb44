package downbeat.web.stage;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a check of a rig sends. */
public final class Rigs {
    private Rigs() {}

    /** Everything well within its limits, at the PoP of a node of one's own. */
    public static Map<String, Object> good() {
        var body = new HashMap<String, Object>();
        body.put("camera", Map.of("width", 1920, "height", 1080, "fps", 30, "brightness", 0.45));
        body.put("microphone", Map.of("levelDb", -24.5, "peakDb", -6, "clippedShare", 0));
        body.put("battery", Map.of("level", 0.9, "charging", false));
        body.put("link", Map.of("upMbps", 12.5, "downMbps", 48));
        body.put("pops", List.of(Map.of("pop", "local", "rttMs", 1.5, "jitterMs", 0.2)));
        body.put(
                "audio",
                Map.of(
                        "how",
                        "MEASURED",
                        "outputMs",
                        28.5,
                        "roundTripMs",
                        41,
                        "device",
                        "Built-in",
                        "bluetooth",
                        false));
        return body;
    }

    /** The same but for one part. */
    public static Map<String, Object> with(String part, Object figures) {
        var body = good();
        body.put(part, figures);
        return body;
    }

    /** The same with one part left out. */
    public static Map<String, Object> without(String part) {
        var body = good();
        body.remove(part);
        return body;
    }
}
