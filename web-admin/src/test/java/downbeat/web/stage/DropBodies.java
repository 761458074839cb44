package downbeat.web.stage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** What trainers, members and counters send about a drop. */
public final class DropBodies {
    public static final String ALL = "/api/v1/drops";

    private DropBodies() {}

    /** Three sets of a bottle and two bars, to be collected at a pop-up of {@link PopUpBodies#form()}. */
    public static Map<String, Object> at(String popUp) {
        var form = general();
        form.put("components", List.of(Map.of("id", "bottle", "name", "Bottle"), Map.of("id", "bar", "name", "Bar")));
        form.put("bundles", List.of(bundle(1200, Map.of("bottle", 1, "bar", 2))));
        form.put(
                "points",
                List.of(Map.of(
                        "point",
                        popUp,
                        "stock",
                        Map.of("bottle", 3, "bar", 100),
                        "windows",
                        List.of(window("early", "2198-12-01T18:00"), window("late", "2198-12-01T19:00")))));
        return form;
    }

    public static Map<String, Object> at(String popUp, String field, Object value) {
        var form = at(popUp);
        form.put(field, value);
        return form;
    }

    private static Map<String, Object> window(String id, String start) {
        return Map.of("id", id, "start", start, "minutes", 60, "capacity", 2);
    }

    /** A file, fetched online, of which there are three. */
    public static Map<String, Object> online(String asset) {
        var form = general();
        form.put("components", List.of(Map.of("id", "file", "name", "File")));
        var bundle = new LinkedHashMap<>(bundle(0, Map.of("file", 1)));
        bundle.put("downloads", List.of(Map.of("name", "The playlist", "asset", asset)));
        form.put("bundles", List.of(bundle));
        form.put("points", List.of(Map.of("point", "online", "stock", Map.of("file", 3))));
        return form;
    }

    /** The same, opened by the close of a class. */
    public static Map<String, Object> closing(String classPath) {
        var form = online("0".repeat(64) + ".png");
        form.put("classId", classPath.substring(classPath.lastIndexOf('/') + 1));
        return form;
    }

    private static Map<String, Object> bundle(long minor, Map<String, Integer> contents) {
        return Map.of(
                "id",
                "set",
                "name",
                "After-ride set",
                "description",
                "For the way home.",
                "price",
                Map.of("minor", minor, "currency", "EUR"),
                "contents",
                contents);
    }

    private static Map<String, Object> general() {
        var form = new LinkedHashMap<String, Object>();
        form.put("title", "Threshold capsule");
        form.put("description", "What we had left of the summer.");
        form.put("perMember", 1);
        form.put("timing", Map.of("openMinutes", 30, "holdMinutes", 5, "graceMinutes", 15, "perSecond", 0));
        return form;
    }

    public static Map<String, Object> order(String point, String window) {
        return Map.of("bundle", "set", "point", point, "window", window);
    }

    public static final Map<String, Object> DOWNLOAD = Map.of("bundle", "set", "point", "online");

    /** The id of a draft. */
    public static String composed(Visitor trainer, Map<String, Object> form) {
        return trainer.post(ALL, form).expecting(201).json().get("dropId").asText();
    }

    public static String announced(Visitor trainer, Map<String, Object> form) {
        var id = composed(trainer, form);
        trainer.post(ALL + "/" + id + "/announce").expecting(200);
        return id;
    }

    /** Announced for a class that is about to close, and on its list, which is a moment behind. */
    public static String announcedFor(Visitor trainer, String classPath, Map<String, Object> form) {
        var id = announced(trainer, form);
        Awaitility.await()
                .until(() ->
                        trainer.get(classPath + "/drops").expecting(200).text().contains(id));
        return id;
    }

    public static String open(Visitor trainer, Map<String, Object> form) {
        var id = announced(trainer, form);
        trainer.post(ALL + "/" + id + "/open").expecting(200);
        return id;
    }

    /** The pickup code of what somebody claims. */
    public static String claimed(Visitor member, String drop, Map<String, Object> order) {
        return member.post(ALL + "/" + drop + "/claims", order)
                .expecting(201)
                .json()
                .get("code")
                .asText();
    }

    public static Map<String, Object> handover(String code, String nonce) {
        return Map.of("code", code, "nonce", nonce, "paid", true);
    }

    public static Map<String, Object> offline(String code, String nonce) {
        return Map.of(
                "handovers",
                List.of(Map.of("code", code, "nonce", nonce, "units", 1, "paid", true, "at", "2026-11-26T18:00:00Z")));
    }
}
