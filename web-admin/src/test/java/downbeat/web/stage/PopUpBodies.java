package downbeat.web.stage;

import com.fasterxml.jackson.databind.JsonNode;
import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import downbeat.popups.view.PopUpCalendar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** What organizers and devices send about a pop-up. */
public final class PopUpBodies {
    public static final String ALL = "/api/v1/pop-ups";
    /** A hexagon around the place of {@link #place()}. */
    public static final String CELL =
            Cell.of(new GeoPoint(53.55, 9.99), PopUpCalendar.RESOLUTION).toString();

    private PopUpBodies() {}

    /** Five free tickets and two that cost something, five places together. */
    public static Map<String, Object> form() {
        var form = new LinkedHashMap<String, Object>();
        form.put("title", "Threshold on the square");
        form.put("description", "Forty bikes, one class, open air.");
        form.put("host", "Velo Club Nord");
        form.put("place", place());
        form.put("start", "2198-12-01T18:00");
        form.put("lengthMinutes", 120);
        form.put("doorsEarlyMinutes", 30);
        form.put("capacity", 5);
        form.put("kinds", List.of(kind("free", "FREE", 5, 0), kind("bike", "PAID", 2, 1500)));
        form.put("cancellation", Map.of("earlyHours", 24, "lateRefundPercent", 50));
        return form;
    }

    public static Map<String, Object> form(String field, Object value) {
        var form = form();
        form.put(field, value);
        return form;
    }

    public static Map<String, Object> place() {
        var place = new LinkedHashMap<String, Object>();
        place.put("name", "Market hall");
        place.put("address", "Marktplatz 1, 20095 Hamburg");
        place.put("lat", 53.55);
        place.put("lon", 9.99);
        place.put("zone", "Europe/Berlin");
        place.put("accessibility", "Step-free from the north side.");
        return place;
    }

    public static Map<String, Object> kind(String id, String category, int quota, long minor) {
        var kind = new LinkedHashMap<String, Object>();
        kind.put("id", id);
        kind.put("name", "Tickets " + id);
        kind.put("category", category);
        kind.put("quota", quota);
        kind.put("price", Map.of("minor", minor, "currency", "EUR"));
        kind.put("perPerson", 2);
        return kind;
    }

    public static Map<String, Object> at(double latitude, double longitude) {
        var place = place();
        place.put("lat", latitude);
        place.put("lon", longitude);
        return form("place", place);
    }

    /** With so many free places. */
    public static Map<String, Object> at(double latitude, double longitude, int places) {
        var form = at(latitude, longitude);
        form.put("capacity", places);
        form.put("kinds", List.of(kind("free", "FREE", places, 0)));
        return form;
    }

    /** One free place. */
    public static Map<String, Object> onePlace() {
        var form = form("capacity", 1);
        form.put("kinds", List.of(kind("free", "FREE", 1, 0)));
        return form;
    }

    public static Map<String, Object> gates(String... ids) {
        var gates = new ArrayList<Map<String, Object>>();
        for (var id : ids) {
            gates.add(new HashMap<>(Map.of("id", id, "name", "Gate " + id, "entry", true, "exit", true)));
        }
        return Map.of("gates", gates);
    }

    public static Map<String, Object> scan(String pass, String nonce, String device) {
        return new HashMap<>(
                Map.of("nonce", nonce, "pass", pass, "gate", "main", "device", device, "direction", "ENTRY"));
    }

    public static Map<String, Object> offline(String pass, String nonce, String device, String reason) {
        var scan = scan(pass, nonce, device);
        scan.put("at", "2026-11-26T18:00:00Z");
        scan.put("reason", reason);
        return scan;
    }

    /** The id of a draft. */
    public static String drafted(Visitor organizer, Map<String, Object> form) {
        return organizer.post(ALL, form).expecting(201).json().get("id").asText();
    }

    /** A file of comma separated values with a row for each key. */
    public static String sheet(String... keys) {
        var sheet = new StringBuilder("key,title,host,place,address,lat,lon,zone,start,minutes,capacity,price\r\n");
        for (var key : keys) {
            sheet.append(key)
                    .append(",\"Ride, early\",Velo Club Nord,Market hall,\"Marktplatz 1, Hamburg\",53.55,9.99,")
                    .append("Europe/Berlin,2198-12-05T10:00,90,40,12.50\r\n");
        }
        return sheet.toString();
    }

    /** The id of a series of three, all of them made. */
    public static String series(Visitor organizer) {
        var path = ALL + "/" + drafted(organizer, form()) + "/series";
        var begun = organizer.post(path, Map.of("rule", "FREQ=WEEKLY;COUNT=3")).expecting(202);
        over(organizer, begun.header("Location"));
        return begun.json().get("id").asText();
    }

    /** Waits until a series has nothing left to do. */
    public static JsonNode over(Visitor organizer, String series) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .until(
                        () -> organizer.get(series).expecting(200).json(),
                        json -> json.at("/round/left").asInt() == 0);
    }

    public static String published(Visitor organizer) {
        return published(organizer, form());
    }

    public static String published(Visitor organizer, Map<String, Object> form) {
        var id = drafted(organizer, form);
        organizer.post(ALL + "/" + id + "/publish").expecting(200);
        return id;
    }

    /** Holds and confirms one ticket of a kind; its number. */
    public static String bought(Visitor guest, String id, String kind) {
        var path = ALL + "/" + id + "/holds";
        var hold = guest.post(path, Map.of("kind", kind, "count", 1))
                .expecting(201)
                .json()
                .get("id")
                .asText();
        var tickets =
                guest.post(path + "/" + hold + "/confirm").expecting(200).json().get("tickets");
        return tickets.get(tickets.size() - 1).get("id").asText();
    }

    /** The text of the pass of a ticket. */
    public static String pass(Visitor guest, String id, String ticket) {
        return guest.get(ALL + "/" + id + "/tickets/" + ticket + "/pass")
                .expecting(200)
                .json()
                .get("text")
                .asText();
    }

    /** Somebody without a ticket at the main gate. */
    public static Map<String, Object> walkIn(String nonce, String kind, String device) {
        return new HashMap<>(Map.of("nonce", nonce, "kind", kind, "paid", false, "gate", "main", "device", device));
    }

    /** The code of an invitation of this device. */
    public static String invitation(Visitor organizer, String id, String device, boolean supervisor) {
        return organizer
                .post(ALL + "/" + id + "/devices/" + device + "/invitation", Map.of("supervisor", supervisor))
                .expecting(201)
                .json()
                .get("url")
                .asText()
                .replace("/door/", "");
    }

    /** A browser without an account that stands at the door as this device. */
    public static Visitor atDoor(Visitor stranger, Visitor organizer, String id, String device, boolean supervisor) {
        var code = invitation(organizer, id, device, supervisor);
        return stranger.keeping(
                stranger.post("/api/v1/door-session", Map.of("code", code)).expecting(201));
    }

    /** A device that may scan there. */
    public static String device(Visitor organizer, String id) {
        return organizer
                .post(ALL + "/" + id + "/devices", Map.of("name", "Phone of Ana"))
                .expecting(201)
                .json()
                .get("id")
                .asText();
    }
}
