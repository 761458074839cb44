package downbeat.web.http.imported;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A time on the clocks of a place: kept as it was said, also where the clocks leave it out. */
record Moment(LocalDateTime local, ZoneId zone) {
    static Moment of(Instant instant, ZoneId zone) {
        return new Moment(LocalDateTime.ofInstant(instant, zone), zone);
    }

    Instant instant() {
        return local.atZone(zone).toInstant();
    }

    Moment plus(Duration length) {
        return of(instant().plus(length), zone);
    }
}
