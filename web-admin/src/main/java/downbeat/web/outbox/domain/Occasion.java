package downbeat.web.outbox.domain;

import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.place.Place;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A pop-up as a message speaks of it. */
public record Occasion(String title, Instant start, Instant end, ZoneId zone, String placeName, String address) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    public static Occasion of(String title, TimeWindow window, Place place) {
        return new Occasion(title, window.start(), window.end(), place.zone(), place.name(), place.address());
    }

    /** On the clocks of the place, whose zone is named: a reader may be elsewhere. */
    String clock(Instant at) {
        return CLOCK.format(at.atZone(zone)) + " (" + zone.getId() + ")";
    }

    String when() {
        var begins = start.atZone(zone);
        var ends = end.atZone(zone);
        var until = begins.toLocalDate().equals(ends.toLocalDate()) ? TIME.format(ends) : CLOCK.format(ends);
        return "When: " + CLOCK.format(begins) + " to " + until + " (" + zone.getId() + ")";
    }

    String where() {
        return "Where: " + placeName + ", " + address;
    }
}
