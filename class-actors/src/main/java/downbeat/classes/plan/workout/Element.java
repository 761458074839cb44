package downbeat.classes.plan.workout;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The start of an XML element: its name and attributes, each to be found whatever its case.
 *
 * @param key the name in lower case, letters and digits only: {@code Free_Ride} is {@code freeride}
 */
record Element(int line, String name, String key, Map<String, String> attributes) {

    static Element of(int line, String name, Map<String, String> attributes) {
        return new Element(line, name, key(name), attributes);
    }

    static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
    }

    /** The first of these attributes that is there and not blank. */
    Optional<Figure> figure(String... names) {
        for (var attribute : names) {
            var value = attributes.get(key(attribute));
            if (value != null && !value.isBlank()) {
                return Optional.of(new Figure(line, name + " " + attribute, value));
            }
        }
        return Optional.empty();
    }

    Optional<String> text(String... names) {
        for (var attribute : names) {
            var value = attributes.get(key(attribute));
            if (value != null) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    BadWorkoutException bad(String problem) {
        return new BadWorkoutException(line, name, problem);
    }
}
