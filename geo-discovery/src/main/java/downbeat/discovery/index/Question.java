package downbeat.discovery.index;

import downbeat.discovery.listing.Signature;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.TimeWindow;
import java.time.Instant;
import java.util.Optional;

/**
 * What somebody looks for.
 *
 * @param area where; everywhere when empty. What has no place is found with every area unless {@code filter} leaves it out
 * @param from where they are, for distances; the middle of the area when empty
 * @param now by whose minute everything is judged: pages of one list have the same
 * @param during what overlaps with this; from now on for good when empty
 * @param words of all that may have these words; {@link Signature#NONE} for any
 */
public record Question(
        Optional<Area> area,
        Optional<GeoPoint> from,
        Instant now,
        Optional<TimeWindow> during,
        Filter filter,
        Signature words,
        Taste taste,
        Order order) {

    /** Whatever is around here from now on, the best first. */
    public static Question around(GeoPoint point, double metres, Instant now) {
        return new Question(
                Optional.of(new Area.Circle(point, metres)),
                Optional.of(point),
                now,
                Optional.empty(),
                Filter.NONE,
                Signature.NONE,
                Taste.UNKNOWN,
                Order.BEST);
    }

    public Question during(TimeWindow window) {
        return new Question(area, from, now, Optional.of(window), filter, words, taste, order);
    }

    public Question filtered(Filter by) {
        return new Question(area, from, now, during, by, words, taste, order);
    }

    public Question ordered(Order by) {
        return new Question(area, from, now, during, filter, words, taste, by);
    }

    public Question having(Signature all) {
        return new Question(area, from, now, during, filter, all, taste, order);
    }

    public Question liked(Taste by) {
        return new Question(area, from, now, during, filter, words, by, order);
    }
}
