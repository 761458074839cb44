package downbeat.web.http.imported;

import downbeat.web.http.problem.ProblemType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When an event of a page is. Pages write offsets and no zones: which zone the place has must be said.
 *
 * @param otherwise that zone
 */
record PageTimes(PageEvent event, Optional<ZoneId> otherwise) {

    Moment start() {
        return event.text("startDate")
                .map(said -> moment("startDate", said))
                .orElseThrow(() -> ProblemType.MISSING_FIELD.at(
                        "startDate", "is missing: add when it begins, such as 2026-12-01T18:00."));
    }

    Duration length(Moment start) {
        var length = event.text("endDate")
                .map(said -> Duration.between(
                        start.instant(), moment("endDate", said).instant()))
                .or(() -> event.text("duration").map(PageTimes::duration))
                .orElseThrow(() -> ProblemType.MISSING_FIELD.at(
                        "endDate", "is missing, and so is duration: add when it ends, or how long it takes."));
        if (length.isNegative() || length.isZero()) {
            throw ProblemType.BAD_FIELD.at("endDate", "must be after the beginning.");
        }
        return length;
    }

    private static Duration duration(String said) {
        try {
            return Duration.parse(said);
        } catch (DateTimeException e) {
            throw ProblemType.BAD_FIELD.at("duration", "must be a length of time such as PT1H30M.");
        }
    }

    private Moment moment(String field, String said) {
        if (said.matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw ProblemType.BAD_FIELD.at(
                    field, "is a whole day: a pop-up begins and ends at a time; add it, such as " + said + "T18:00.");
        }
        var text = said.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2").replace(' ', 'T');
        var zone = otherwise.orElseThrow(() -> ProblemType.BAD_FIELD.at(
                field, "names no time zone: say the zone of the place with the file (zone=Europe/Berlin)."));
        try {
            return text.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})")
                    ? Moment.of(OffsetDateTime.parse(text).toInstant(), zone)
                    : new Moment(LocalDateTime.parse(text), zone);
        } catch (DateTimeException e) {
            throw ProblemType.BAD_FIELD.at(
                    field, "must be a date and time such as 2026-12-01T18:00 or 2026-12-01T18:00+01:00.");
        }
    }
}
