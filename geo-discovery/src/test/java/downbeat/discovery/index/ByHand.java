package downbeat.discovery.index;

import downbeat.kernel.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/** What a question finds, by looking at every entry, as the words of the documentation have it. */
final class ByHand {
    /** What rounding may decide: the index keeps points to 6 mm and times to a minute. */
    static final double METRES = 0.05;

    private final List<Entry> entries;
    private final Question question;

    ByHand(List<Entry> entries, Question question) {
        this.entries = entries;
        this.question = question;
    }

    record Found(Entry entry, OptionalDouble metres, double key) {}

    /** All that match, the best first, with room to spare at the edge of the circle when {@code slack} is more than 0. */
    List<Found> all(double slack) {
        return entries.stream()
                .filter(entry -> matches(entry, slack))
                .map(entry -> new Found(entry, metres(entry), key(entry)))
                .sorted(Comparator.comparingDouble(Found::key)
                        .reversed()
                        .thenComparingInt(found -> found.entry().number()))
                .toList();
    }

    private boolean matches(Entry it, double slack) {
        var filter = question.filter();
        var from = question.during()
                .map(w -> w.start())
                .filter(question.now()::isBefore)
                .orElse(question.now());
        boolean inArea = it.point().isEmpty()
                || question.area().isEmpty()
                || inside(it.point().orElseThrow(), slack);
        boolean reached = metres(it).isEmpty()
                || !minute(question.now())
                        .plus(Duration.ofMinutes((long) Math.ceil((metres(it).getAsDouble() - slack) / 200)))
                        .isAfter(minute(it.until()));
        return inArea
                && reached
                && !minute(it.until()).isBefore(minute(from))
                && question.during()
                        .map(w -> minute(it.start()).isBefore(minute(w.end())))
                        .orElse(true)
                && (filter.kinds().isEmpty() || filter.kinds().contains(it.kind()))
                && (filter.attendances().isEmpty() || filter.attendances().contains(it.attendance()))
                && filter.style().map(it.style()::equals).orElse(true)
                && filter.owner().map(it.owner()::equals).orElse(true)
                && filter.maxPrice().map(most -> it.price() <= most.minor()).orElse(true)
                && (filter.languages().isEmpty() || it.languages().stream().anyMatch(filter.languages()::contains))
                && (!filter.trial() || it.trial())
                && (!filter.told() || it.told())
                && (filter.soldOut() || it.left() > 0);
    }

    private boolean inside(GeoPoint point, double slack) {
        return question.area().orElseThrow() instanceof Area.Circle circle
                && circle.centre().metresTo(point) <= circle.metres() + slack;
    }

    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private OptionalDouble metres(Entry it) {
        return question.from().isEmpty() || it.point().isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        question.from().orElseThrow().metresTo(it.point().orElseThrow()));
    }

    private double key(Entry it) {
        double minutes = Math.max(
                0, Duration.between(minute(question.now()), minute(it.start())).toMinutes());
        return switch (question.order()) {
            case NEAREST -> -metres(it).orElse(30_000_000);
            case SOONEST -> -minute(it.start()).getEpochSecond() / 60.0;
            case BEST ->
                (metres(it).isPresent() ? 0.45 * 1_000 / (1_000 + metres(it).getAsDouble()) : 0)
                        + 0.30 * 1_440 / (1_440 + minutes)
                        + (question.taste().styles().contains(it.style()) ? 0.09 : 0)
                        + (question.taste().owners().contains(it.owner()) ? 0.06 : 0)
                        + (it.left() > 0 ? 0.10 * (it.size() - it.left()) / it.size() : 0);
        };
    }
}
