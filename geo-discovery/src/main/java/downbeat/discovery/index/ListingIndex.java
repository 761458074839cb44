package downbeat.discovery.index;

import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.ListingKind;
import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * Listings by hexagon (H3, resolution {@value #RESOLUTION}). Searched by any number of threads, which see each hexagon whole as it
 * was before or after a change; changed by one thread at a time.
 */
public final class ListingIndex {
    public static final int RESOLUTION = 8;
    /** Where what has no place is kept: no hexagon has this index. */
    private static final long NOWHERE = 0;
    /** Blocks that are gone through one by one rather than asked for by hexagon. */
    private static final int FEW = 64;
    /** Rings that are looked through before all others. */
    private static final int NEAR = 2;

    private final Dictionary dictionary = new Dictionary();
    private final Map<Long, Block> blocks = new ConcurrentHashMap<>();
    private final CellOf cells = new CellOf();

    /** Adds an entry, or puts it in the place of the one with its number. */
    public synchronized void put(Entry entry) {
        long cell = cell(entry.point());
        var before = cells.get(entry.number());
        var row = Rows.of(entry, dictionary);
        var block = blocks.getOrDefault(cell, Block.EMPTY);
        blocks.put(cell, block.without(entry.number()).with(row));
        if (before.isPresent() && before.getAsLong() != cell) {
            take(before.getAsLong(), entry.number());
        }
        cells.set(entry.number(), cell);
    }

    /** Nothing happens if it is not here. */
    public synchronized void remove(int number) {
        cells.get(number).ifPresent(cell -> take(cell, number));
        cells.clear(number);
    }

    private void take(long cell, int number) {
        replace(cell, blocks.getOrDefault(cell, Block.EMPTY).without(number));
    }

    private void replace(long cell, Block block) {
        if (block.size() == 0) {
            blocks.remove(cell);
        } else {
            blocks.put(cell, block);
        }
    }

    /** Adds many at once to an index that has none of them; much faster than one by one. */
    public synchronized void putAll(Collection<Entry> entries) {
        Map<Long, List<int[]>> rows = new HashMap<>();
        for (var entry : entries) {
            long cell = cell(entry.point());
            rows.computeIfAbsent(cell, key -> new ArrayList<>()).add(Rows.of(entry, dictionary));
            cells.set(entry.number(), cell);
        }
        rows.forEach((cell, more) ->
                blocks.put(cell, blocks.getOrDefault(cell, Block.EMPTY).withAll(more)));
    }

    /** Takes away all that nobody can come to since then. */
    public synchronized void forget(Instant before) {
        int minute = Scan.minute(before);
        blocks.forEach((cell, block) -> {
            var over = block.numbersUntil(minute);
            if (over.length > 0) {
                replace(cell, block.withoutAll(over));
                Arrays.stream(over).forEach(cells::clear);
            }
        });
    }

    private static long cell(Optional<GeoPoint> point) {
        return point.map(it -> Cell.of(it, RESOLUTION).index()).orElse(NOWHERE);
    }

    public int size() {
        return blocks.values().stream().mapToInt(Block::size).sum();
    }

    /**
     * The best of what matches, the best first; equally good ones in the order of their numbers.
     *
     * @param most 1 or more
     * @param seen numbers that are left out, in ascending order
     */
    public List<Hit> best(Question question, int most, int... seen) {
        var scan = new Scan(question, dictionary);
        var best = new Best(most);
        Scan.Found found = (block, place, metres) -> {
            double key = scan.key(block, place, metres);
            int number = block.get(Column.NUMBER, place);
            if (key >= best.worst() && Arrays.binarySearch(seen, number) < 0) {
                best.offer(key, number, block, place);
            }
        };
        var looked = new HashSet<Long>();
        near(question, scan, looked).forEach(candidate -> candidate.through(scan, best, found));
        if (looked.isEmpty() || scan.bound(Cell.metresWithin(NEAR, RESOLUTION)) >= best.worst()) {
            candidates(question, scan, looked).forEach(candidate -> candidate.through(scan, best, found));
        }
        return hits(best, scan);
    }

    /**
     * What is around where they are, if there is far more of the area: mostly it has all that is asked for, and nothing that is
     * farther can be better.
     */
    private List<Candidate> near(Question question, Scan scan, Set<Long> looked) {
        var centre = question.area()
                .map(Area::around)
                .filter(circle ->
                        question.from().filter(circle.centre()::equals).isPresent())
                .filter(circle -> Cell.ringsAround(circle.metres(), RESOLUTION) > 2 * NEAR)
                .map(Area.Circle::centre);
        if (centre.isEmpty()) {
            return List.of();
        }
        looked.add(NOWHERE);
        for (long cell : Cell.of(centre.get(), RESOLUTION).disk(NEAR)) {
            looked.add(cell);
        }
        return looked.stream()
                .map(blocks::get)
                .filter(Objects::nonNull)
                .map(block -> candidate(block, scan))
                .sorted(MOST_PROMISING)
                .toList();
    }

    private static List<Hit> hits(Best best, Scan scan) {
        var hits = new ArrayList<Hit>(best.size());
        for (int rank = 0; rank < best.size(); rank++) {
            var block = best.block(rank);
            int place = best.place(rank);
            double metres = scan.metres(block, place);
            hits.add(new Hit(
                    block.get(Column.NUMBER, place),
                    metres < 0 ? OptionalDouble.empty() : OptionalDouble.of(metres),
                    scan.why(block, place, metres)));
        }
        return hits;
    }

    /** How many of what match, whether they are on a page or not. */
    public Facets facets(Question question) {
        var scan = new Scan(question, dictionary);
        var kinds = new int[ListingKind.values().length];
        var attendances = new int[Attendance.values().length];
        var styles = new int[dictionary.styles().size()];
        var languages = new int[dictionary.languages().size()];
        var free = new int[1];
        Scan.Found found = (block, place, metres) -> {
            int marks = block.get(Column.MARKS, place);
            kinds[Marks.kind(marks)]++;
            attendances[Marks.attendance(marks)]++;
            int style = block.get(Column.STYLE, place);
            if (style < styles.length) { // a style that has come up since is counted the next time
                styles[style]++;
            }
            int spoken = block.get(Column.LANGUAGES, place);
            if (spoken < languages.length) {
                languages[spoken]++;
            }
            free[0] += block.get(Column.PRICE, place) == 0 ? 1 : 0;
        };
        candidates(question, scan, Set.of()).forEach(candidate -> scan.through(candidate.block(), found));
        return new Facets(
                Arrays.stream(kinds).sum(),
                counted(ListingKind.class, ListingKind::code, kinds),
                counted(Attendance.class, Attendance::code, attendances),
                mostFrequent(styles),
                spoken(languages),
                free[0]);
    }

    private List<Facets.Count> mostFrequent(int[] styles) {
        var counts = new HashMap<String, Integer>();
        for (int style = 0; style < styles.length; style++) {
            counts.put(dictionary.styles().text(style), styles[style]);
        }
        return Facets.mostFrequent(counts);
    }

    /** What is held in two languages counts for both. */
    private List<Facets.Count> spoken(int[] languages) {
        var counts = new HashMap<String, Integer>();
        for (int number = 0; number < languages.length; number++) {
            for (var language : Language.split(dictionary.languages().text(number))) {
                counts.merge(language.value(), languages[number], Integer::sum);
            }
        }
        return Facets.mostFrequent(counts);
    }

    private static <E extends Enum<E>> Map<E, Integer> counted(Class<E> type, ToIntFunction<E> code, int[] counts) {
        var all = new EnumMap<E, Integer>(type);
        for (var value : EnumSet.allOf(type)) {
            if (counts[code.applyAsInt(value)] > 0) {
                all.put(value, counts[code.applyAsInt(value)]);
            }
        }
        return all;
    }

    /** A block in which there may be something, and what no key in it is higher than. */
    private record Candidate(Block block, double bound) {
        void through(Scan scan, Best best, Scan.Found found) {
            if (bound >= best.worst()) {
                scan.through(block, found);
            }
        }
    }

    private static final Comparator<Candidate> MOST_PROMISING =
            Comparator.comparingDouble(Candidate::bound).reversed();

    /**
     * The most promising first.
     *
     * @param looked cells that are left out
     */
    private List<Candidate> candidates(Question question, Scan scan, Set<Long> looked) {
        var found = new ArrayList<Candidate>();
        var area = question.area();
        if (area.isEmpty()) {
            blocks.values().forEach(block -> found.add(candidate(block, scan)));
        } else {
            var circle = area.get().around();
            within(circle, looked, block -> found.add(candidate(block, scan)));
            Optional.ofNullable(blocks.get(NOWHERE))
                    .filter(block -> !looked.contains(NOWHERE))
                    .ifPresent(block -> found.add(candidate(block, scan)));
        }
        found.sort(MOST_PROMISING);
        return found;
    }

    private static Candidate candidate(Block block, Scan scan) {
        return new Candidate(block, scan.bound(block, scan.nearest(block)));
    }

    private void within(Area.Circle circle, Set<Long> looked, Consumer<Block> found) {
        int x = Sphere.x(circle.centre());
        int y = Sphere.y(circle.centre());
        int z = Sphere.z(circle.centre());
        int rings = Cell.ringsAround(circle.metres(), RESOLUTION);
        if (Cell.inRings(rings) <= Math.max(FEW, blocks.size())) {
            for (long cell : Cell.of(circle.centre(), RESOLUTION).disk(rings)) {
                var block = looked.contains(cell) ? null : blocks.get(cell);
                if (block != null && block.nearest(x, y, z) <= circle.metres()) {
                    found.accept(block);
                }
            }
        } else {
            blocks.forEach((cell, block) -> {
                if (cell != NOWHERE && !looked.contains(cell) && block.nearest(x, y, z) <= circle.metres()) {
                    found.accept(block);
                }
            });
        }
    }
}
