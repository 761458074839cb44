package downbeat.web.http.imported;

import com.github.mangstadt.vinnie.VObjectProperty;
import com.github.mangstadt.vinnie.io.VObjectPropertyValues;
import downbeat.kernel.GeoPoint;
import downbeat.web.http.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The properties of one VEVENT, as they are written.
 *
 * @param line it begins in
 */
record CalendarEvent(int line, List<VObjectProperty> properties) {
    private static final Pattern POINT = Pattern.compile("(?:geo:)?\\s*(-?[0-9.]{1,20})\\s*[;,]\\s*(-?[0-9.]{1,20}).*");

    CalendarEvent {
        properties = List.copyOf(properties);
    }

    Stream<VObjectProperty> all(String name) {
        return properties.stream().filter(property -> property.getName().equalsIgnoreCase(name));
    }

    Optional<VObjectProperty> first(String name) {
        return all(name).findFirst();
    }

    /** Its text without escapes; none where nothing is said. */
    Optional<String> text(String name) {
        return first(name)
                .map(property ->
                        VObjectPropertyValues.unescape(property.getValue()).strip())
                .filter(text -> !text.isEmpty());
    }

    String title() {
        return text("SUMMARY").map(PlainText::line).orElse("");
    }

    String uid() {
        return text("UID").orElse("");
    }

    /** An event that replaces one date of another is one of its own. */
    String key() {
        return first("RECURRENCE-ID")
                .map(date -> uid() + " " + date.getValue().strip())
                .orElse(uid());
    }

    Optional<String> host() {
        return first("ORGANIZER")
                .flatMap(organizer ->
                        Optional.ofNullable(organizer.getParameters().first("CN")))
                .map(PlainText::line)
                .filter(name -> !name.isEmpty());
    }

    Spot spot() {
        var line = text("LOCATION")
                .map(PlainText::line)
                .orElseThrow(() -> ProblemType.MISSING_FIELD.at(
                        "LOCATION", "is missing: a pop-up has a place; add its name and address to the event."));
        if (line.matches("(?i)https?://\\S*")) {
            throw ProblemType.BAD_FIELD.at(
                    "LOCATION", "is a link: what takes place online is no pop-up; name the place that guests come to.");
        }
        return Spot.ofLine(line, point("GEO").or(() -> point("X-APPLE-STRUCTURED-LOCATION")));
    }

    private Optional<GeoPoint> point(String name) {
        return first(name).map(property -> {
            var numbers = POINT.matcher(property.getValue().strip());
            try {
                if (numbers.matches()) {
                    return new GeoPoint(Double.parseDouble(numbers.group(1)), Double.parseDouble(numbers.group(2)));
                }
            } catch (IllegalArgumentException noPoint) {
                // told below
            }
            throw ProblemType.BAD_FIELD.at(name, "must be latitude and longitude, such as GEO:53.55;9.99.");
        });
    }
}
