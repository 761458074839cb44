package downbeat.discovery.gazetteer;

import downbeat.discovery.index.Area;
import downbeat.discovery.listing.Words;
import downbeat.kernel.GeoPoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks places up by name. The one that is shipped has the 10,059 stops of Berlin and what lies around it (vbb-stations, ISC).
 * Blocks nobody: it is small and in memory.
 */
public final class Gazetteer {
    /** The longest answer. */
    public static final int MOST = 10;

    private static final String SHIPPED = "/places/berlin-stations.csv";

    /** {@code id,"name",latitude,longitude,weight}, a quote in a name doubled. */
    private static final Pattern LINE = Pattern.compile("([^,]*),\"((?:[^\"]|\"\")*)\",([^,]*),([^,]*),([^,]*)");

    private final List<Known> places;
    private final Map<String, NamedPlace> byId;

    private record Known(NamedPlace place, List<String> words) {}

    /** @param places none twice */
    public Gazetteer(List<NamedPlace> places) {
        this.places = places.stream()
                .sorted(Comparator.comparingDouble(NamedPlace::weight).reversed())
                .map(place ->
                        new Known(place, List.copyOf(Words.of(place.name()).words())))
                .toList();
        this.byId = places.stream().collect(Collectors.toUnmodifiableMap(NamedPlace::id, Function.identity()));
    }

    private static final class Shipped {
        static final Gazetteer IT = read();

        private static Gazetteer read() {
            try (var stream = Objects.requireNonNull(Gazetteer.class.getResourceAsStream(SHIPPED), SHIPPED);
                    var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                return new Gazetteer(lines.lines()
                        .skip(1)
                        .filter(line -> !line.isBlank())
                        .map(Gazetteer::place)
                        .toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Read at the first use. */
    public static Gazetteer shipped() {
        return Shipped.IT;
    }

    private static NamedPlace place(String line) {
        var fields = LINE.matcher(line);
        if (!fields.matches()) {
            throw new IllegalStateException(SHIPPED + " has a line of another form: " + line);
        }
        return new NamedPlace(
                fields.group(1),
                fields.group(2).replace("\"\"", "\""),
                new GeoPoint(Double.parseDouble(fields.group(3)), Double.parseDouble(fields.group(4))),
                Double.parseDouble(fields.group(5)));
    }

    public List<NamedPlace> all() {
        return places.stream().map(Known::place).toList();
    }

    public Optional<NamedPlace> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * Places in whose name each asked word begins some word, the busiest first; of those with the same name only the busiest. Case
     * and accents do not matter. Up to {@value #MOST}; none for a text without words.
     */
    public List<NamedPlace> named(String text) {
        var asked = Words.of(text).words();
        if (asked.isEmpty()) {
            return List.of();
        }
        var names = new HashSet<String>();
        return places.stream()
                .filter(known ->
                        asked.stream().allMatch(word -> known.words().stream().anyMatch(name -> name.startsWith(word))))
                .map(Known::place)
                .filter(place -> names.add(place.name()))
                .limit(MOST)
                .toList();
    }

    /** The busiest in an area, so many at most. */
    public List<NamedPlace> within(Area area, int most) {
        var inside = area.inside();
        return places.stream()
                .map(Known::place)
                .filter(place -> inside.holds(place.point()))
                .limit(most)
                .toList();
    }
}
