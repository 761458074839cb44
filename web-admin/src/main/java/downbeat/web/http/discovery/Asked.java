package downbeat.web.http.discovery;

import downbeat.discovery.gazetteer.Gazetteer;
import downbeat.discovery.gazetteer.NamedPlace;
import downbeat.discovery.index.Area;
import downbeat.discovery.index.Filter;
import downbeat.discovery.index.Order;
import downbeat.discovery.index.Question;
import downbeat.discovery.index.Taste;
import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.listing.Words;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Language;
import downbeat.kernel.Money;
import downbeat.kernel.TimeWindow;
import downbeat.web.http.operation.Call;
import downbeat.web.http.problem.ProblemType;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a call asks for.
 *
 * @param words that each listing must have
 * @param place the named place around which is looked, if one was named
 */
record Asked(
        Optional<Area> area,
        Optional<GeoPoint> from,
        Optional<TimeWindow> during,
        Filter filter,
        Words words,
        Order order,
        Optional<NamedPlace> place) {
    static final String[] PARAMETERS = {
        "near",
        "place",
        "radius",
        "box",
        "from",
        "to",
        "kind",
        "attendance",
        "style",
        "by",
        "maxPrice",
        "currency",
        "trial",
        "accessible",
        "soldOut",
        "language",
        "q",
        "order",
        "limit",
        "cursor"
    };
    private static final int NEAREST = 50;
    private static final int FARTHEST = 100_000;
    private static final int AROUND = 3_000;
    private static final int LONGEST_WORDS = 200;
    /** Words that a query may have. */
    private static final int MOST_WORDS = 8;
    /** As far as anybody plans, and as far as a list without an end goes. */
    private static final Duration ALWAYS = Duration.ofDays(365L * 400);

    /** @throws downbeat.web.http.problem.ProblemException naming the parameter that is wrong */
    static Asked of(Call call, Instant now) {
        var query = new Query(call);
        var place = query.text("place", 100).map(Asked::place);
        var near = query.numbers("near", 2, "a latitude and a longitude, such as 52.52,13.41")
                .map(it -> point("near", it[0], it[1]));
        if (place.isPresent() && near.isPresent()) {
            throw ProblemType.BAD_FIELD.at("place", "must not be given together with near.");
        }
        var from = near.or(() -> place.map(NamedPlace::point));
        var words = Words.of(query.text("q", LONGEST_WORDS).orElse(""));
        if (words.words().size() > MOST_WORDS) {
            throw ProblemType.BAD_FIELD.at("q", "must have at most " + MOST_WORDS + " words.");
        }
        return new Asked(
                area(call, query, from),
                from,
                during(query, now),
                filter(call, query),
                words,
                order(query, from),
                place);
    }

    private static NamedPlace place(String id) {
        return Gazetteer.shipped()
                .find(id)
                .orElseThrow(() -> ProblemType.BAD_FIELD.at("place", "must be the id of a place from /api/v1/places."));
    }

    private static GeoPoint point(String field, double latitude, double longitude) {
        try {
            return new GeoPoint(latitude, longitude);
        } catch (IllegalArgumentException wrong) {
            throw ProblemType.BAD_FIELD.at(
                    field, "must have latitudes from -90 to 90 and longitudes from -180 to 180.");
        }
    }

    private static Optional<Area> area(Call call, Query query, Optional<GeoPoint> from) {
        var box = box(query);
        if (box.isPresent()) {
            if (call.query().containsKey("radius")) {
                throw ProblemType.BAD_FIELD.at("radius", "must not be given together with box.");
            }
            return Optional.of(box.get());
        }
        int radius = call.number("radius", NEAREST, FARTHEST, AROUND);
        if (from.isEmpty() && call.query().containsKey("radius")) {
            throw ProblemType.BAD_FIELD.at("radius", "must not be given without near or place.");
        }
        return from.map(centre -> new Area.Circle(centre, radius));
    }

    static Optional<Area> box(Query query) {
        return query.numbers("box", 4, "west,south,east,north in degrees, such as 13.3,52.4,13.6,52.6")
                .map(Asked::box);
    }

    private static Area box(double[] edges) {
        var southWest = point("box", edges[1], edges[0]);
        var northEast = point("box", edges[3], edges[2]);
        if (edges[1] > edges[3]) {
            throw ProblemType.BAD_FIELD.at("box", "must have its south below its north.");
        }
        return new Area.Box(southWest, northEast);
    }

    private static Optional<TimeWindow> during(Query query, Instant now) {
        var from = query.instant("from");
        var to = query.instant("to");
        if (from.isEmpty() && to.isEmpty()) {
            return Optional.empty();
        }
        var start = from.orElse(now);
        var end = to.orElse(start.plus(ALWAYS));
        if (!start.isBefore(end)) {
            throw ProblemType.BAD_FIELD.at("to", "must be later than from, and not in the past.");
        }
        return Optional.of(new TimeWindow(start, end));
    }

    private static Filter filter(Call call, Query query) {
        return new Filter(
                query.among("kind", ListingKind::parse, ListingKind.values(), ListingKind::text),
                query.among("attendance", Attendance::parse, Attendance.values(), Attendance::text),
                query.text("style", 60),
                query.text("by", 64),
                maxPrice(call, query),
                call.flag("trial"),
                call.flag("accessible"),
                call.flag("soldOut"),
                languages(query));
    }

    private static Set<Language> languages(Query query) {
        var codes = query.text("language", 40).map(text -> text.split(",", -1)).orElse(new String[0]);
        try {
            return Arrays.stream(codes).map(Language::new).collect(Collectors.toUnmodifiableSet());
        } catch (IllegalArgumentException unknown) {
            throw ProblemType.BAD_FIELD.at(
                    "language",
                    "must be codes of ISO 639-1 in small letters, such as de or en, with commas between them.");
        }
    }

    private static Optional<Money> maxPrice(Call call, Query query) {
        if (!call.query().containsKey("maxPrice")) {
            if (call.query().containsKey("currency")) {
                throw ProblemType.BAD_FIELD.at("currency", "must not be given without maxPrice.");
            }
            return Optional.empty();
        }
        var code = query.text("currency", 3)
                .orElseThrow(() -> ProblemType.BAD_FIELD.at("currency", "must be given with maxPrice, such as EUR."));
        try {
            return Optional.of(new Money(call.number("maxPrice", 0, 1_000_000_000, 0), Currency.getInstance(code)));
        } catch (IllegalArgumentException unknown) {
            throw ProblemType.BAD_FIELD.at("currency", "must be a currency of ISO 4217, such as EUR.");
        }
    }

    private static Order order(Query query, Optional<GeoPoint> from) {
        var order = query.text("order", 20)
                .map(text -> Arrays.stream(Order.values())
                        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(() -> ProblemType.BAD_FIELD.at("order", "must be best, nearest or soonest.")))
                .orElse(Order.BEST);
        if (order == Order.NEAREST && from.isEmpty()) {
            throw ProblemType.BAD_FIELD.at("order", "must not be nearest without near or place.");
        }
        return order;
    }

    Question question(Instant now, Taste taste) {
        return new Question(area, from, now, during, filter, words.signature(), taste, order);
    }
}
