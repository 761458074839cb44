package downbeat.web.http.openactive;

import downbeat.discovery.listing.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * OpenActive's activity list, which all who publish share (https://openactive.io/activity-list, CC-BY 4.0). A style is looked up by
 * its words, without case and signs.
 */
final class Activities {
    static final String LIST = "https://openactive.io/activity-list";
    private static final String SHIPPED = "/openactive/activities.tsv";

    /** What trainers say, and the list has under another name. */
    private static final Map<String, String> ALSO = Map.of(
            "Ride", "Indoor Cycling",
            "Spin", "Spinning",
            "Strength", "Strength and Conditioning",
            "Stretching", "Flexibility/Stretching",
            "Mobility", "Flexibility/Stretching",
            "Core", "Abs/Core",
            "Circuits", "Circuit Training",
            "High intensity interval training", "HIIT",
            "Boot camp", "Bootcamp");

    /** The widest of the list that is true of all classes and their rooms, for a style that it does not have. */
    private static final String ANY = "Group Exercise";

    private static final Map<Words, Activity> ALL = read();

    /**
     * An entry of the list.
     *
     * @param id its address
     * @param label exactly as the list has it
     */
    record Activity(String id, String label) {}

    private Activities() {}

    static Activity of(String style) {
        return ALL.getOrDefault(Words.of(style), known(ANY));
    }

    private static Activity known(String label) {
        return Objects.requireNonNull(ALL.get(Words.of(label)), label);
    }

    /** Each line has the end of the id, the label, and other labels. What one is called first another is not called instead. */
    private static Map<Words, Activity> read() {
        var all = new HashMap<Words, Activity>();
        var others = new HashMap<Words, Activity>();
        try (var stream = Objects.requireNonNull(Activities.class.getResourceAsStream(SHIPPED), SHIPPED);
                var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("\t", -1)).forEach(parts -> {
                var activity = new Activity(LIST + "#" + parts[0], parts[1]);
                all.putIfAbsent(Words.of(parts[1]), activity);
                Arrays.stream(parts).skip(2).forEach(label -> others.putIfAbsent(Words.of(label), activity));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ALSO.forEach(
                (said, label) -> others.put(Words.of(said), Objects.requireNonNull(all.get(Words.of(label)), label)));
        others.forEach(all::putIfAbsent);
        return all;
    }
}
