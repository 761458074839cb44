package downbeat.classes.live.bio;

import downbeat.classes.live.clock.ClassTime;
import downbeat.kernel.ParticipantId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the class does at one moment, over what its members share.
 *
 * @param at as of when
 * @param burst the burst it belongs to; null between bursts, when it is for the trainer alone
 * @param board everybody who shares: first those with a value of the metric, the highest first, then the others by name
 */
public record Sheet(ClassTime at, @Nullable String burst, Metric metric, List<Line> board) {
    /** Members see so many of the board. */
    public static final int TOP = 20;

    public Sheet {
        board = List.copyOf(board);
    }

    /** Means over fresh values, rounded; null when there is none. */
    public record Means(
            @Nullable Integer heartRate,
            @Nullable Integer cadence,
            @Nullable Integer power) {}

    /**
     * Merges what the relays know. A member at several relays, or with several devices, counts once.
     *
     * @param relays the newest rows of each, in any order
     * @param confirmed reps that a member confirmed and shares, else null
     */
    public static Sheet of(
            Collection<List<BioRow>> relays,
            Function<ParticipantId, @Nullable Integer> confirmed,
            @Nullable String burst,
            Metric metric,
            ClassTime now) {
        Map<ParticipantId, BioRow> merged = new HashMap<>();
        relays.forEach(rows -> rows.forEach(row -> merged.merge(row.member(), row, BioRow::merged)));
        var board = merged.values().stream()
                .map(row -> new Line(row.member(), row.name(), row.signs().fresh(now), confirmed.apply(row.member())))
                .sorted(order(metric))
                .toList();
        return new Sheet(now, burst, metric, board);
    }

    private static Comparator<Line> order(Metric metric) {
        return Comparator.<Line, @Nullable Integer>comparing(
                        line -> line.by(metric), Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Line::name)
                .thenComparing(line -> line.member().value());
    }

    /** The leaderboard: the {@value #TOP} highest of those who have a value at all. */
    public List<Line> top() {
        return board.stream().filter(line -> line.by(metric) != null).limit(TOP).toList();
    }

    /** How many members have anything fresh to show. */
    public int count() {
        return (int) board.stream().map(Line::reading).filter(Reading::speaks).count();
    }

    public Means means() {
        return new Means(mean(Reading::heartRate), mean(Reading::cadence), mean(Reading::power));
    }

    private @Nullable Integer mean(Function<Reading, @Nullable Integer> field) {
        var values = board.stream()
                .map(line -> field.apply(line.reading()))
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .summaryStatistics();
        return values.getCount() == 0 ? null : (Integer) (int) Math.round(values.getAverage());
    }

    /** How many members are in each of the {@value Zones#COUNT} zones, the lowest first. */
    public List<Integer> zones() {
        var counts = new Integer[Zones.COUNT];
        Arrays.fill(counts, 0);
        for (var line : board) {
            var zone = line.zone();
            if (zone != null) {
                counts[zone - 1]++;
            }
        }
        return List.of(counts);
    }
}
