package downbeat.web.http.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.discovery.index.Filter;
import downbeat.discovery.index.Hit;
import downbeat.discovery.index.Order;
import downbeat.discovery.index.Question;
import downbeat.discovery.index.Taste;
import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.listing.Signature;
import downbeat.discovery.listing.Spot;
import downbeat.discovery.view.ListingTable;
import downbeat.discovery.view.Replica;
import downbeat.kernel.Language;
import downbeat.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** The classes and pop-ups that come next, in the words of schema.org, in the head of the page on which people look for them. */
final class Upcoming {
    static final String PATH = "/discover";
    private static final int MOST = 20;
    private static final String SCHEMA = "https://schema.org/";
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Drops are no events. */
    private static final Filter EVENTS = new Filter(
            Set.of(ListingKind.CLASS, ListingKind.POP_UP),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            false,
            false,
            Set.of());

    private final Replica replica;
    private final ListingTable table;

    Upcoming(Replica replica, ListingTable table) {
        this.replica = replica;
        this.table = table;
    }

    static String head(Optional<String> json, String site, String nonce) {
        var plain = """
                <title>Near you · Downbeat</title>
                <meta name="description" content="Pop-ups and drops around a place, and classes you can join from home.">
                <link rel="canonical" href="%s">""".formatted(Html.text(site + PATH));
        return plain
                + json.map(it -> "\n<script type=\"application/ld+json\" nonce=\"" + nonce + "\">" + Html.script(it)
                                + "</script>")
                        .orElse("");
    }

    /** Empty where nothing comes, or nobody knows yet. Blocks on the database. */
    Optional<String> json(String site, Instant now) {
        if (!replica.ready()) {
            return Optional.empty();
        }
        var question = new Question(
                Optional.empty(),
                Optional.empty(),
                now,
                Optional.empty(),
                EVENTS,
                Signature.NONE,
                Taste.UNKNOWN,
                Order.SOONEST);
        var numbers =
                replica.index().best(question, MOST).stream().map(Hit::number).toList();
        var shown = table.shown(numbers);
        var next = numbers.stream().map(shown::get).filter(Objects::nonNull).toList();
        return next.isEmpty() ? Optional.empty() : Optional.of(written(list(next, site)));
    }

    private static String written(Object json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written as JSON", e);
        }
    }

    private static Map<String, Object> list(List<Listing> next, String site) {
        var list = thing("ItemList", "name", "What is next", "numberOfItems", next.size());
        list.put("@context", "https://schema.org");
        list.put(
                "itemListElement",
                IntStream.range(0, next.size())
                        .mapToObj(at -> thing("ListItem", "position", at + 1, "item", happening(next.get(at), site)))
                        .toList());
        return list;
    }

    private static Map<String, Object> happening(Listing it, String site) {
        var url = it.spot().isPresent() ? site + "/pop-ups/" + it.id().source() : site + "/";
        var happening = thing("Event", "name", it.title(), "url", url);
        if (!it.languages().isEmpty()) {
            happening.put(
                    "inLanguage", it.languages().stream().map(Language::value).toList());
        }
        happening.put("startDate", local(it, it.start()));
        happening.put("endDate", local(it, it.end()));
        happening.put("eventStatus", SCHEMA + "EventScheduled");
        happening.put("eventAttendanceMode", SCHEMA + mode(it.attendance()));
        happening.put(
                "location",
                it.spot()
                        .map(Upcoming::place)
                        .orElseGet(() -> thing(
                                "VirtualLocation",
                                "url",
                                site + "/room/" + it.id().source())));
        happening.put(
                "offers",
                thing(
                        "Offer",
                        "price",
                        amount(it.price()),
                        "priceCurrency",
                        it.price().currency().getCurrencyCode(),
                        "availability",
                        SCHEMA + (it.left() > 0 ? "InStock" : "SoldOut"),
                        "url",
                        url));
        return happening;
    }

    private static String mode(Attendance attendance) {
        return switch (attendance) {
            case ONLINE -> "OnlineEventAttendanceMode";
            case IN_PERSON -> "OfflineEventAttendanceMode";
            case MIXED -> "MixedEventAttendanceMode";
        };
    }

    private static Map<String, Object> place(Spot spot) {
        return thing("Place", "name", spot.name(), "address", spot.address());
    }

    private static String local(Listing it, Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.atZone(it.zone()).truncatedTo(ChronoUnit.SECONDS));
    }

    private static String amount(Money price) {
        var digits = Math.max(0, price.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(price.minor(), digits).toPlainString();
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
