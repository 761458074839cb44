package downbeat.web.http.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.kernel.Language;
import downbeat.kernel.Money;
import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.place.Place;
import downbeat.popups.entity.PlaceCount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pop-up in the words of schema.org, for search engines. */
final class EventData {
    private static final String SCHEMA = "https://schema.org/";
    private static final ObjectMapper JSON = new ObjectMapper();

    private EventData() {}

    static String json(Announced it) {
        try {
            return JSON.writeValueAsString(event(it));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written as JSON", e);
        }
    }

    private static Map<String, Object> event(Announced it) {
        var card = it.card();
        var details = card.details();
        var event = thing("Event");
        event.put("@context", SCHEMA.substring(0, SCHEMA.length() - 1));
        event.put("@id", it.address());
        event.put("url", it.address());
        event.put("name", details.title());
        if (!details.description().isEmpty()) {
            event.put("description", details.description());
        }
        if (!it.pictures().isEmpty()) {
            event.put(
                    "image",
                    it.pictures().stream()
                            .map(picture -> it.pages() + picture.large().url())
                            .toList());
        }
        if (!details.languages().isEmpty()) {
            event.put(
                    "inLanguage",
                    details.languages().stream().map(Language::value).toList());
        }
        event.put("startDate", it.local(card.start()));
        event.put("endDate", it.local(card.end()));
        event.put("doorTime", it.local(card.doors()));
        event.put("eventStatus", SCHEMA + status(it));
        if (!it.cancelled()) {
            it.movedFrom().ifPresent(before -> event.put("previousStartDate", it.local(before)));
        }
        var online = details.linkedClass();
        event.put(
                "eventAttendanceMode",
                SCHEMA + (online.isPresent() ? "MixedEventAttendanceMode" : "OfflineEventAttendanceMode"));
        var here = place(details.place());
        event.put(
                "location",
                online.<Object>map(room ->
                                List.of(here, thing("VirtualLocation", "url", it.pages() + "/room/" + room.value())))
                        .orElse(here));
        event.put("organizer", thing("Organization", "name", details.host()));
        event.put("maximumAttendeeCapacity", card.places().size());
        event.put("remainingAttendeeCapacity", it.over() ? 0 : card.places().left());
        event.put(
                "isAccessibleForFree",
                it.kinds().stream().allMatch(kind -> kind.price().isZero()));
        event.put("offers", offers(it));
        return event;
    }

    private static String status(Announced it) {
        if (it.cancelled()) {
            return "EventCancelled";
        }
        return it.movedFrom().isPresent() ? "EventRescheduled" : "EventScheduled";
    }

    private static Map<String, Object> place(Place place) {
        var json = thing("Place", "name", place.name());
        json.put("address", place.address());
        json.put(
                "geo",
                thing(
                        "GeoCoordinates",
                        "latitude",
                        place.point().latitude(),
                        "longitude",
                        place.point().longitude()));
        return json;
    }

    private static List<Map<String, Object>> offers(Announced it) {
        var offers = new ArrayList<Map<String, Object>>();
        for (var kind : it.kinds()) {
            it.card().kind(kind.id()).ifPresent(count -> offers.add(offer(it, kind, count)));
        }
        return offers;
    }

    private static Map<String, Object> offer(Announced it, TicketKind kind, PlaceCount count) {
        var offer = thing("Offer", "name", kind.name(), "url", it.address());
        offer.put("price", amount(kind.price()));
        offer.put("priceCurrency", kind.price().currency().getCurrencyCode());
        offer.put("availability", SCHEMA + availability(it, count));
        kind.onSale().map(TimeWindow::start).ifPresent(from -> offer.put("validFrom", from.toString()));
        kind.onSale().map(TimeWindow::end).ifPresent(until -> offer.put("validThrough", until.toString()));
        return offer;
    }

    private static String amount(Money price) {
        var digits = Math.max(0, price.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(price.minor(), digits).toPlainString();
    }

    /** What is held may come back; what is sold is sold. */
    private static String availability(Announced it, PlaceCount count) {
        if (it.over()) {
            return "Discontinued";
        }
        if (count.left() > 0) {
            return "InStock";
        }
        var all = it.card().places();
        var taken = count.sold() >= count.size() || all.sold() >= all.size();
        return taken ? "SoldOut" : "LimitedAvailability";
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
