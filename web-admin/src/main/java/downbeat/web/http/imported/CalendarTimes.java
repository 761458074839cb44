package downbeat.web.http.imported;

import com.github.mangstadt.vinnie.VObjectProperty;
import downbeat.web.http.problem.ProblemException;
import downbeat.web.http.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * When an event of a calendar is.
 *
 * @param otherwise zone of times that name none
 */
record CalendarTimes(CalendarEvent event, Optional<ZoneId> otherwise) {
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
    private static final Pattern WEEKS = Pattern.compile("\\+?P(\\d{1,3})W");

    Moment start() {
        return event.first("DTSTART")
                .map(property -> moment(property, property.getValue().strip()))
                .orElseThrow(() -> ProblemType.MISSING_FIELD.at(
                        "DTSTART",
                        "is missing: add when it begins, such as DTSTART;TZID=Europe/Berlin:20261201T180000."));
    }

    Duration length(Moment start) {
        var end = event.first("DTEND");
        if (end.isPresent()) {
            var until = moment(end.get(), end.get().getValue().strip());
            return positive("DTEND", Duration.between(start.instant(), until.instant()));
        }
        return event.text("DURATION")
                .map(said -> positive("DURATION", duration(said)))
                .orElseThrow(() -> ProblemType.MISSING_FIELD.at(
                        "DTEND", "is missing, and so is DURATION: add when it ends, or how long it takes."));
    }

    private static Duration positive(String field, Duration length) {
        if (length.isNegative() || length.isZero()) {
            throw ProblemType.BAD_FIELD.at(field, "must be after the beginning.");
        }
        return length;
    }

    private static Duration duration(String said) {
        try {
            var weeks = WEEKS.matcher(said);
            return weeks.matches() ? Duration.ofDays(7L * Integer.parseInt(weeks.group(1))) : Duration.parse(said);
        } catch (DateTimeException | ArithmeticException e) {
            throw ProblemType.BAD_FIELD.at("DURATION", "must be a length of time such as PT1H30M.");
        }
    }

    /** The dates of a property that lists some; days without a time and periods are none of them. */
    Stream<Instant> instants(String name) {
        return event.all(name)
                .flatMap(property -> Arrays.stream(property.getValue().split(",", -1))
                        .flatMap(value -> instant(property, value.strip()).stream()));
    }

    private Optional<Instant> instant(VObjectProperty property, String value) {
        try {
            return Optional.of(moment(property, value).instant());
        } catch (ProblemException noTime) {
            return Optional.empty();
        }
    }

    private Moment moment(VObjectProperty property, String value) {
        if (value.matches("\\d{8}")) {
            throw ProblemType.BAD_FIELD.at(
                    property.getName(),
                    "is a whole day: a pop-up begins and ends at a time; give the event one in your calendar.");
        }
        boolean utc = value.endsWith("Z");
        var local = local(property, utc ? value.substring(0, value.length() - 1) : value);
        return utc
                ? Moment.of(local.toInstant(ZoneOffset.UTC), zone(property, "is in UTC"))
                : new Moment(
                        local,
                        Optional.ofNullable(property.getParameters().first("TZID"))
                                .map(id -> named(property, id))
                                .orElseGet(() -> zone(property, "names no time zone")));
    }

    private static LocalDateTime local(VObjectProperty property, String value) {
        try {
            return LocalDateTime.parse(value, BASIC);
        } catch (DateTimeException e) {
            throw ProblemType.BAD_FIELD.at(property.getName(), "must be a date and time such as 20261201T180000.");
        }
    }

    private static ZoneId named(VObjectProperty property, String id) {
        return Zones.named(id)
                .orElseThrow(() -> ProblemType.BAD_FIELD.at(
                        property.getName(),
                        "has the TZID \"" + PlainText.shortened(id)
                                + "\", which is no time zone of the tz database: set the event's zone to one such as"
                                + " Europe/Berlin and export the calendar again."));
    }

    private ZoneId zone(VObjectProperty property, String what) {
        return otherwise.orElseThrow(() -> ProblemType.BAD_FIELD.at(
                property.getName(),
                what + ": say the zone of the place with the file (zone=Europe/Berlin), or in the event by TZID."));
    }
}
