package downbeat.discovery.index;

import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.Language;
import downbeat.kernel.Money;
import downbeat.kernel.TimeWindow;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A {@link Question} made ready to go through blocks. Of one thread. */
final class Scan {
    /** Farther than anything on Earth. */
    private static final double AFAR = 30_000_000;

    /** Told of what matches. */
    interface Found {
        /** @param metres away; negative when that is not known */
        void at(Block block, int place, double metres);
    }

    private final int now;
    private final int from;
    private final int before;
    private final int kinds;
    private final int attendances;
    private final int needed;
    private final int style;
    private final int owner;
    private final boolean anyStyle;
    private final boolean anyOwner;
    private final boolean soldOut;
    private final boolean dear;
    private final int maxPrice;
    private final int currency;
    private final boolean anyLanguage;
    private final BitSet languages;
    private final boolean anyWords;
    private final int[] words;
    private final Area.@Nullable Inside inside;
    private final Order order;
    private final Set<Integer> styles;
    private final Set<Integer> owners;
    private final boolean measures;
    private final int x;
    private final int y;
    private final int z;

    Scan(Question question, Dictionary dictionary) {
        var filter = question.filter();
        now = minute(question.now());
        from = Math.max(
                now, question.during().map(TimeWindow::start).map(Scan::minute).orElse(now));
        before = question.during().map(TimeWindow::end).map(Scan::minute).orElse(Integer.MAX_VALUE);
        kinds = bits(filter.kinds().stream().map(ListingKind::code).toList());
        attendances = bits(filter.attendances().stream().map(Attendance::code).toList());
        needed = (filter.trial() ? Marks.TRIAL : 0) | (filter.told() ? Marks.TOLD : 0);
        style = filter.style().map(dictionary.styles()::find).orElse(Terms.UNKNOWN);
        anyStyle = filter.style().isEmpty();
        owner = filter.owner().map(dictionary.owners()::find).orElse(Terms.UNKNOWN);
        anyOwner = filter.owner().isEmpty();
        soldOut = filter.soldOut();
        dear = filter.maxPrice().isEmpty();
        maxPrice = (int)
                Math.min(Integer.MAX_VALUE, filter.maxPrice().map(Money::minor).orElse(0L));
        currency = filter.maxPrice()
                .map(money -> dictionary.currencies().find(money.currency().getCurrencyCode()))
                .orElse(Terms.UNKNOWN);
        anyLanguage = filter.languages().isEmpty();
        languages = spoken(filter.languages(), dictionary.languages());
        words = Rows.words(question.words());
        anyWords = words[0] == 0 && words[1] == 0 && words[2] == 0 && words[3] == 0;
        inside = question.area().map(Area::inside).orElse(null);
        order = question.order();
        styles = found(question.taste().styles(), dictionary.styles());
        owners = found(question.taste().owners(), dictionary.owners());
        measures = question.from().isPresent();
        x = question.from().map(Sphere::x).orElse(0);
        y = question.from().map(Sphere::y).orElse(0);
        z = question.from().map(Sphere::z).orElse(0);
    }

    static int minute(Instant at) {
        return Math.clamp(Math.floorDiv(at.getEpochSecond(), 60L), 0, Integer.MAX_VALUE);
    }

    /** All ones for none: whatever there is. */
    private static int bits(Collection<Integer> codes) {
        return codes.isEmpty() ? -1 : codes.stream().mapToInt(it -> 1 << it).sum();
    }

    /** Numbers of all that has one of these in it. */
    private static BitSet spoken(Set<Language> asked, Terms all) {
        var numbers = new BitSet();
        for (int number = 0; !asked.isEmpty() && number < all.size(); number++) {
            if (Language.split(all.text(number)).stream().anyMatch(asked::contains)) {
                numbers.set(number);
            }
        }
        return numbers;
    }

    private static Set<Integer> found(Set<String> texts, Terms terms) {
        return texts.stream()
                .map(terms::find)
                .filter(number -> number != Terms.UNKNOWN)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What matches in a block. */
    void through(Block block, Found found) {
        var untils = block.column(Column.UNTIL);
        var marks = block.column(Column.MARKS);
        int end = before == Integer.MAX_VALUE ? block.size() : block.firstFrom(before);
        for (int at = 0; at < end; at++) {
            if (untils[at] < from || !passes(block, at, marks[at])) {
                continue;
            }
            if ((marks[at] & Marks.PLACED) == 0) {
                found.at(block, at, -1);
            } else {
                placed(block, at, found);
            }
        }
    }

    private void placed(Block block, int at, Found found) {
        int x2 = block.get(Column.X, at);
        int y2 = block.get(Column.Y, at);
        int z2 = block.get(Column.Z, at);
        if (inside != null && !inside.holds(x2, y2, z2)) {
            return;
        }
        if (!measures) {
            found.at(block, at, -1);
            return;
        }
        double metres = Sphere.metres(Sphere.chord(x, y, z, x2, y2, z2));
        if (now + Ranking.onTheWay(metres) <= block.get(Column.UNTIL, at)) {
            found.at(block, at, metres);
        }
    }

    private boolean passes(Block block, int at, int marks) {
        return (kinds >> Marks.kind(marks) & 1) != 0
                && (attendances >> Marks.attendance(marks) & 1) != 0
                && (marks & needed) == needed
                && (soldOut || block.get(Column.LEFT, at) > 0)
                && (anyStyle || block.get(Column.STYLE, at) == style)
                && (anyOwner || block.get(Column.OWNER, at) == owner)
                && (anyLanguage || languages.get(block.get(Column.LANGUAGES, at)))
                && (dear || affordable(block.get(Column.PRICE, at), Marks.currency(marks)))
                && (anyWords || mayHaveWords(block, at));
    }

    private boolean affordable(int price, int of) {
        return price == 0 || (of == currency && price <= maxPrice);
    }

    private boolean mayHaveWords(Block block, int at) {
        return has(block.get(Column.WORDS_1, at), words[0])
                && has(block.get(Column.WORDS_2, at), words[1])
                && has(block.get(Column.WORDS_3, at), words[2])
                && has(block.get(Column.WORDS_4, at), words[3]);
    }

    private static boolean has(int bits, int asked) {
        return (bits & asked) == asked;
    }

    /** By what matches are put in order, the higher the earlier. */
    double key(Block block, int at, double metres) {
        return switch (order) {
            case BEST -> why(block, at, metres).score();
            case NEAREST -> metres < 0 ? -AFAR : -metres;
            case SOONEST -> -block.get(Column.START, at);
        };
    }

    /** What no key in this block is higher than. */
    double bound(Block block, double nearest) {
        return switch (order) {
            case BEST ->
                Ranking.distance(nearest)
                        + Ranking.time(minutesTo(block.get(Column.START, 0)))
                        + affinity()
                        + Ranking.SCARCITY;
            case NEAREST -> -nearest;
            case SOONEST -> -block.get(Column.START, 0);
        };
    }

    private double affinity() {
        return styles.isEmpty() && owners.isEmpty() ? 0 : Ranking.AFFINITY;
    }

    /** What no key of anything is higher than that is farther away. */
    double bound(double metres) {
        return switch (order) {
            case BEST -> Ranking.distance(metres) + Ranking.TIME + affinity() + Ranking.SCARCITY;
            case NEAREST -> -metres;
            case SOONEST -> Double.POSITIVE_INFINITY;
        };
    }

    Hit.Why why(Block block, int at, double metres) {
        return new Hit.Why(
                metres < 0 ? 0 : Ranking.distance(metres),
                Ranking.time(minutesTo(block.get(Column.START, at))),
                Ranking.affinity(
                        styles.contains(block.get(Column.STYLE, at)), owners.contains(block.get(Column.OWNER, at))),
                Ranking.scarcity(block.get(Column.LEFT, at), block.get(Column.SIZE, at)));
    }

    private int minutesTo(int start) {
        return Math.max(0, start - now);
    }

    /** Metres from where they are; negative when that is not known or it has no place. */
    double metres(Block block, int at) {
        return measures && (block.get(Column.MARKS, at) & Marks.PLACED) != 0
                ? Sphere.metres(Sphere.chord(
                        x, y, z, block.get(Column.X, at), block.get(Column.Y, at), block.get(Column.Z, at)))
                : -1;
    }

    double nearest(Block block) {
        return measures ? block.nearest(x, y, z) : 0;
    }
}
