package downbeat.web.http.discovery;

import downbeat.discovery.alert.Channel;
import downbeat.discovery.alert.Hours;
import downbeat.discovery.alert.QuietHours;
import downbeat.discovery.alert.Wish;
import downbeat.discovery.gazetteer.Gazetteer;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import downbeat.web.http.operation.Form;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody says of an alert. A point is turned into its cell here, and nothing else is made of it. */
final class AlertForm {
    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");
    private static final Pattern LINE = Pattern.compile("[^\\p{Cntrl}]+");
    private static final int LONGEST_STYLE = 60;

    private AlertForm() {}

    static Wish wish(Form form) {
        form.only(
                "near", "place", "cell", "radius", "kinds", "styles", "days", "from", "to", "zone", "quiet", "by",
                "consent");
        var cell = cell(form);
        var zone = form.zone("zone");
        var wish = new Wish(
                cell,
                form.integer("radius", Wish.LEAST_METRES, Wish.MOST_METRES),
                kinds(form),
                styles(form),
                hours(form, zone),
                quiet(form, zone),
                by(form));
        if (!form.flag("consent")) {
            throw form.bad("consent", "must be true: an alert keeps the area it is for, and who wants to know.");
        }
        return wish;
    }

    private static Cell cell(Form form) {
        var given = Stream.of("near", "place", "cell").filter(form::has).toList();
        if (given.size() > 1) {
            throw form.bad(given.get(1), "must not be given together with " + given.getFirst() + ".");
        }
        if (form.has("place")) {
            return Gazetteer.shipped()
                    .find(form.text("place", 1, 100))
                    .map(place -> Cell.of(place.point(), Wish.RESOLUTION))
                    .orElseThrow(() -> form.bad("place", "must be the id of a place from /api/v1/places."));
        }
        return form.has("cell") ? named(form) : around(form.object("near"));
    }

    private static Cell around(Form near) {
        near.only("latitude", "longitude");
        return Cell.of(
                new GeoPoint(near.number("latitude", -90, 90), near.number("longitude", -180, 180)), Wish.RESOLUTION);
    }

    private static Cell named(Form form) {
        var text = form.text("cell", 1, 16);
        try {
            var cell = Cell.parse(text);
            if (cell.resolution() == Wish.RESOLUTION) {
                return cell;
            }
        } catch (IllegalArgumentException none) {
            // answered below
        }
        throw form.bad("cell", "must be a cell of H3, resolution " + Wish.RESOLUTION + ".");
    }

    private static Set<ListingKind> kinds(Form form) {
        return some(
                form,
                "kinds",
                2,
                text -> ListingKind.parse(text).filter(kind -> kind != ListingKind.CLASS),
                "must be pop-up or drop: a class online is near everybody.");
    }

    private static Set<String> styles(Form form) {
        return some(
                form,
                "styles",
                Wish.MOST_STYLES,
                text -> Optional.of(text).filter(LINE.asMatchPredicate()),
                "must be one line.");
    }

    private static Set<DayOfWeek> days(Form form) {
        return some(
                form,
                "days",
                7,
                text -> Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.name().equals(text))
                        .findFirst(),
                "must be one of "
                        + Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).collect(Collectors.joining(", "))
                        + ".");
    }

    private static Set<Channel> by(Form form) {
        var by = some(form, "by", 2, Channel::parse, "must be page or letter.");
        if (by.isEmpty()) {
            throw form.bad("by", "must name at least one of page, letter.");
        }
        return by;
    }

    private static <T> Set<T> some(
            Form form, String name, int most, Function<String, Optional<T>> parse, String sentence) {
        var all = new LinkedHashSet<T>();
        if (!form.has(name)) {
            return all;
        }
        var texts = form.texts(name, most, LONGEST_STYLE);
        for (int i = 0; i < texts.size(); i++) {
            var field = name + "[" + i + "]";
            if (!all.add(parse.apply(texts.get(i)).orElseThrow(() -> form.bad(field, sentence)))) {
                throw form.bad(field, "is named twice.");
            }
        }
        return all;
    }

    private static Hours hours(Form form, ZoneId zone) {
        var days = days(form);
        if (!form.has("from") && !form.has("to")) {
            return new Hours(zone, days, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        }
        return new Hours(zone, days, time(form, "from"), time(form, "to"));
    }

    private static Optional<QuietHours> quiet(Form form, ZoneId zone) {
        if (!form.has("quiet")) {
            return Optional.empty();
        }
        var quiet = form.object("quiet").only("from", "to");
        var from = time(quiet, "from");
        var to = time(quiet, "to");
        if (from.equals(to)) {
            throw quiet.bad("to", "must not be the same as from.");
        }
        return Optional.of(new QuietHours(zone, from, to));
    }

    private static LocalTime time(Form form, String name) {
        var text = form.text(name, 5, 5);
        if (!TIME.matcher(text).matches()) {
            throw form.bad(name, "must be a time of the day such as 07:30.");
        }
        return LocalTime.parse(text);
    }
}
