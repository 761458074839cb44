package downbeat.web.http.openactive;

import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.Offer;
import downbeat.discovery.listing.Spot;
import downbeat.kernel.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A listing in the words of Modelling Opportunity Data 2.0. What is not known is left out: the model has no nulls and no empty texts.
 *
 * @param name of the trainer or the organizer
 * @param pages such as {@code https://studio.example}: ids begin with it
 */
record Opportunity(Listing it, Optional<String> name, String pages) {
    private static final String SCHEMA = "https://schema.org/";
    /** The second one has the words for what goes on online. */
    private static final List<String> CONTEXT = List.of("https://openactive.io/", "https://openactive.io/ns-beta");

    /** Of a class: all that is said of it, and its one session. */
    Map<String, Object> series() {
        var data = root("SessionSeries", seriesId());
        said(data);
        data.put("subEvent", List.of(session(thing("ScheduledSession", "@id", sessionId()))));
        return data;
    }

    /** Of a class: when it is; what is said of it is said of the series. */
    Map<String, Object> session() {
        var data = session(root("ScheduledSession", sessionId()));
        data.put("superEvent", seriesId());
        return data;
    }

    /** Of a pop-up, by the id that its page has for search engines. */
    Map<String, Object> event() {
        var data = root("Event", pages + "/pop-ups/" + it.id().source());
        said(data);
        when(data);
        return data;
    }

    private String seriesId() {
        return pages + "/api/openactive/session-series/" + it.id().source();
    }

    private String sessionId() {
        return pages + "/api/openactive/scheduled-sessions/" + it.id().source();
    }

    private Map<String, Object> root(String type, String id) {
        var data = new LinkedHashMap<String, Object>();
        data.put("@context", CONTEXT);
        data.put("@type", type);
        data.put("@id", id);
        data.put("identifier", it.id().source());
        return data;
    }

    private Map<String, Object> session(Map<String, Object> data) {
        when(data);
        leader(data);
        data.put("isAccessibleForFree", free());
        data.put("url", url());
        return data;
    }

    private void when(Map<String, Object> data) {
        data.put("startDate", local(it.start()));
        data.put("endDate", local(it.end()));
        data.put("duration", Duration.between(it.start(), it.end()).toString());
        data.put("eventStatus", SCHEMA + "EventScheduled");
        data.put("maximumAttendeeCapacity", it.size());
        if (it.attendance() == Attendance.ONLINE) {
            data.put("maximumVirtualAttendeeCapacity", it.size());
        }
        data.put("remainingAttendeeCapacity", it.left());
    }

    private void said(Map<String, Object> data) {
        data.put("name", it.title());
        text(data, "description", it.particulars().description());
        var activity = Activities.of(it.style());
        data.put(
                "activity",
                List.of(thing(
                        "Concept", "@id", activity.id(), "prefLabel", activity.label(), "inScheme", Activities.LIST)));
        if (!it.style().isEmpty()) {
            data.put("category", List.of(it.style()));
        }
        data.put("eventAttendanceMode", SCHEMA + mode());
        it.spot().ifPresent(spot -> data.put("location", place(spot)));
        online().ifPresent(room -> data.put("beta:virtualLocation", room));
        it.spot().ifPresent(spot -> text(data, "accessibilityInformation", spot.accessibility()));
        data.put("organizer", organizer());
        if (!it.host().isEmpty()) {
            data.put("attendeeInstructions", "Your host is " + it.host() + ".");
        }
        leader(data);
        data.put("isAccessibleForFree", free());
        data.put("offers", offers().stream().map(this::offer).toList());
        data.put("url", url());
    }

    private static void text(Map<String, Object> data, String name, String text) {
        if (!text.isBlank()) {
            data.put(name, text);
        }
    }

    private String mode() {
        return switch (it.attendance()) {
            case ONLINE -> "OnlineEventAttendanceMode";
            case IN_PERSON -> "OfflineEventAttendanceMode";
            case MIXED -> "MixedEventAttendanceMode";
        };
    }

    private Map<String, Object> place(Spot spot) {
        var place = thing("Place", "@id", url() + "#place", "name", spot.name(), "address", spot.address());
        place.put(
                "geo",
                thing(
                        "GeoCoordinates",
                        "latitude",
                        spot.point().latitude(),
                        "longitude",
                        spot.point().longitude()));
        return place;
    }

    /** The room of the class, for those who have a place in it. */
    private Optional<Map<String, Object>> online() {
        var room = it.attendance() == Attendance.ONLINE
                ? Optional.of(it.id().source())
                : it.linkedClass().map(id -> id.value());
        return room.filter(id -> it.attendance() != Attendance.IN_PERSON)
                .map(id -> thing("VirtualLocation", "name", "The room of the class", "url", pages + "/room/" + id));
    }

    /** Who has gone by another name meanwhile, or is not known here any more, has an id all the same. */
    private Map<String, Object> organizer() {
        var type = it.spot().isPresent() ? "Organization" : "Person";
        var who = it.owner().value();
        var organizer = thing(type, "@id", pages + "/api/openactive/organizers/" + who);
        organizer.put("name", name.orElse(it.host().isEmpty() ? "A trainer" : it.host()));
        if (it.spot().isPresent()) {
            organizer.put("url", pages + "/embed/organizers/" + who);
        }
        return organizer;
    }

    /** Who gives a class leads it. */
    private void leader(Map<String, Object> data) {
        if (it.spot().isEmpty()) {
            data.put("leader", List.of(organizer()));
        }
    }

    /** The model says so of what has one place for nothing. */
    private boolean free() {
        return offers().stream().anyMatch(offer -> offer.price().isZero());
    }

    private List<Offer> offers() {
        var offers = it.particulars().offers();
        return offers.isEmpty() ? List.of(new Offer("A place", it.price())) : offers;
    }

    private Map<String, Object> offer(Offer offer) {
        return thing(
                "Offer",
                "name",
                offer.name(),
                "price",
                amount(offer.price()),
                "priceCurrency",
                offer.price().currency().getCurrencyCode(),
                "url",
                url());
    }

    private static BigDecimal amount(Money price) {
        return BigDecimal.valueOf(price.minor(), Math.max(0, price.currency().getDefaultFractionDigits()));
    }

    /** Classes are booked on the first page. */
    private String url() {
        return it.spot().isPresent() ? pages + "/pop-ups/" + it.id().source() : pages + "/";
    }

    private String local(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atZone(it.zone()).truncatedTo(ChronoUnit.SECONDS));
    }

    private static Map<String, Object> thing(String type, Object... pairs) {
        var thing = new LinkedHashMap<String, Object>();
        thing.put("@type", type);
        for (int i = 0; i < pairs.length; i += 2) {
            thing.put((String) pairs[i], pairs[i + 1]);
        }
        return thing;
    }
}
