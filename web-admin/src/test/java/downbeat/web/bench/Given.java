package downbeat.web.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The {@code name=value} arguments of a benchmark, over its defaults. */
final class Given {
    private final Map<String, String> values;

    /** @throws IllegalArgumentException for a name that has no default */
    Given(String[] args, Map<String, String> defaults) {
        values = new LinkedHashMap<>(defaults);
        Arrays.stream(args).map(arg -> arg.split("=", 2)).forEach(pair -> {
            if (pair.length < 2 || values.replace(pair[0], pair[1]) == null) {
                throw new IllegalArgumentException(
                        "unknown argument " + pair[0] + "; there are " + values.keySet() + ", each with =value");
            }
        });
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    double real(String name) {
        return Double.parseDouble(text(name));
    }

    Duration seconds(String name) {
        return Duration.ofMillis(Math.round(real(name) * 1e3));
    }

    /** Words between spaces; none for an empty value. */
    List<String> words(String name) {
        return text(name).isEmpty() ? List.of() : List.of(text(name).split(" ", -1));
    }

    List<String> list(String name) {
        return List.of(text(name).split(",", -1));
    }

    BadLink.Condition link() {
        return new BadLink.Condition(real("delay"), real("jitter"), real("loss"));
    }
}
