package downbeat.web.stage;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** What trainers bring: a real workout file and a class to go with it. */
public final class Workouts {
    private Workouts() {}

    /** The standard FTP test of Zwift, 73 minutes with spoken text. */
    public static byte[] ftpTest() {
        try (var file = Workouts.class.getResourceAsStream("/rehearse/FTPTest.zwo")) {
            if (file == null) {
                throw new AssertionError("FTPTest.zwo is not on the class path");
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A class in an hour with two online places and one in the room. */
    public static Map<String, Object> classBody() {
        var start = LocalDateTime.now(ZoneOffset.UTC).plusHours(1).truncatedTo(ChronoUnit.MINUTES);
        return new HashMap<>(Map.of(
                "title",
                "Morning ride",
                "style",
                "Indoor cycling",
                "description",
                "Bring water. 🚰",
                "start",
                start.toString(),
                "zone",
                "UTC",
                "lengthMinutes",
                80,
                "onlineCapacity",
                2,
                "inRoomCapacity",
                1,
                "price",
                Map.of("minor", 1200, "currency", "EUR"),
                "trial",
                false));
    }
}
