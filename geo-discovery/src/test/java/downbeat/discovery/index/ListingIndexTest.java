package downbeat.discovery.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.listing.Signature;
import downbeat.discovery.listing.Words;
import downbeat.discovery.stage.Crowd;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Language;
import downbeat.kernel.Money;
import downbeat.kernel.TimeWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The index beside looking at every entry. */
class ListingIndexTest {
    private static final Language[] LANGUAGES = {new Language("de"), new Language("en"), new Language("fr")};
    private static final GeoPoint ALEX = new GeoPoint(52.521512, 13.411267);

    private final Crowd crowd = new Crowd(7);
    private final ListingIndex index = new ListingIndex();

    private List<Entry> crowded(int many) {
        var entries = IntStream.range(0, many)
                .mapToObj(n -> n % 20 == 0 ? crowd.entry(n, Optional.empty()) : crowd.entry(n))
                .toList();
        index.putAll(entries);
        return entries;
    }

    @Test
    void random_questions_find_what_looking_at_every_entry_finds() {
        var entries = crowded(20_000);
        var random = new Random(3);
        for (int n = 0; n < 300; n++) {
            asExpected(entries, question(random));
        }
    }

    private Question question(Random random) {
        var question = Question.around(crowd.point(), 100 + random.nextInt(8_000), Crowd.NOW)
                .ordered(Crowd.one(random, Order.values()));
        if (random.nextBoolean()) {
            var start = Crowd.NOW.plus(Duration.ofHours(random.nextInt(200) - 10L));
            question = question.during(new TimeWindow(start, start.plus(Duration.ofHours(1 + random.nextInt(48)))));
        }
        if (random.nextBoolean()) {
            question = question.filtered(filter(random));
        }
        return random.nextBoolean()
                ? question.liked(new Taste(Set.of("Yoga", "Boxing"), Set.of("t-7", "t-8")))
                : question;
    }

    private static Filter filter(Random random) {
        return new Filter(
                random.nextBoolean() ? Set.of() : Set.of(Crowd.one(random, ListingKind.values())),
                random.nextBoolean() ? Set.of() : Set.of(Crowd.one(random, Attendance.values())),
                random.nextInt(3) == 0 ? Optional.of("Yoga") : Optional.empty(),
                random.nextInt(9) == 0 ? Optional.of("t-7") : Optional.empty(),
                random.nextBoolean() ? Optional.of(Money.of(random.nextInt(3) * 500L, "EUR")) : Optional.empty(),
                random.nextInt(3) == 0,
                random.nextInt(3) == 0,
                random.nextInt(3) == 0,
                random.nextInt(4) == 0 ? Set.of(Crowd.one(random, LANGUAGES)) : Set.of());
    }

    /** What is right at an edge may be in or out: the index rounds by millimetres. */
    private void asExpected(List<Entry> entries, Question question) {
        var narrow = new ByHand(entries, question).all(-ByHand.METRES);
        var wide = new ByHand(entries, question).all(ByHand.METRES);
        var hits = index.best(question, 20);
        Map<Integer, ByHand.Found> known = new HashMap<>();
        wide.forEach(found -> known.put(found.entry().number(), found));
        assertThat(known.keySet()).containsAll(hits.stream().map(Hit::number).toList());
        assertThat(hits.size()).isBetween(Math.min(20, narrow.size()), Math.min(20, wide.size()));
        double rounding = question.order() == Order.NEAREST ? ByHand.METRES : 1e-4;
        for (int rank = 0; rank < hits.size(); rank++) {
            var hit = hits.get(rank);
            var found = Objects.requireNonNull(known.get(hit.number()));
            assertThat(hit.metres().orElse(-1)).isCloseTo(found.metres().orElse(-1), within(ByHand.METRES));
            assertThat(found.key())
                    .as("rank %d of %s", rank, question)
                    .isLessThanOrEqualTo(wide.get(rank).key() + rounding);
            if (rank < narrow.size()) {
                assertThat(found.key()).isGreaterThanOrEqualTo(narrow.get(rank).key() - rounding);
            }
        }
        assertThat(index.facets(question).total()).isBetween(narrow.size(), wide.size());
    }

    @Test
    void what_says_its_languages_is_found_by_each_of_them_and_counted_for_each() {
        var entries = crowded(600);
        var all = Question.around(ALEX, 50_000, Crowd.NOW);
        var german = all.filtered(heldIn("de"));
        var either = all.filtered(heldIn("de", "en"));
        var found = index.best(german, 600).stream().map(Hit::number).toList();
        assertThat(found)
                .isNotEmpty()
                .allMatch(number -> entries.get(number).languages().contains(new Language("de")));
        assertThat(index.facets(all).languages())
                .contains(new Facets.Count("de", index.facets(german).total()))
                .extracting(Facets.Count::of)
                .containsExactlyInAnyOrder("de", "en");
        assertThat(index.facets(either).total())
                .isGreaterThan(index.facets(german).total())
                .isLessThan(index.facets(all).total());
        assertThat(index.best(all.filtered(heldIn("fr")), 600))
                .as("what does not say it is not found")
                .isEmpty();
    }

    private static Filter heldIn(String... codes) {
        return new Filter(
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Arrays.stream(codes).map(Language::new).collect(Collectors.toSet()));
    }

    @Test
    void changes_one_by_one_lead_to_the_same_index_as_all_at_once() {
        var entries = new ArrayList<>(crowded(3_000));
        var random = new Random(5);
        for (int n = 0; n < 3_000; n++) {
            int number = random.nextInt(entries.size() + 1);
            if (number == entries.size()) {
                entries.add(crowd.entry(number));
                index.put(entries.getLast());
            } else if (random.nextInt(4) == 0) {
                index.remove(number);
                index.remove(number);
                index.put(entries.get(number));
            } else {
                entries.set(
                        number,
                        crowd.entry(number, random.nextInt(9) == 0 ? Optional.empty() : Optional.of(crowd.point())));
                index.put(entries.get(number));
            }
        }
        assertThat(index.size()).isEqualTo(entries.size());
        for (int n = 0; n < 50; n++) {
            asExpected(entries, question(random));
        }
    }

    @Test
    void what_is_sold_out_or_taken_away_is_not_found_and_comes_back() {
        var entry = crowd.entry(1, Optional.of(ALEX));
        var open = with(entry, 3);
        index.put(open);
        assertThat(around(500)).containsExactly(1);
        index.put(with(entry, 0));
        assertThat(around(500)).isEmpty();
        index.put(open);
        assertThat(around(500)).containsExactly(1);
        index.remove(1);
        assertThat(around(500)).isEmpty();
        assertThat(index.size()).isZero();
    }

    private List<Integer> around(double metres) {
        return index.best(Question.around(ALEX, metres, Crowd.NOW), 20).stream()
                .map(Hit::number)
                .toList();
    }

    private static Entry with(Entry it, int left) {
        return new Entry(
                it.number(),
                it.point(),
                Crowd.NOW.plus(Duration.ofHours(2)),
                Crowd.NOW.plus(Duration.ofHours(2)),
                it.kind(),
                it.attendance(),
                it.style(),
                it.owner(),
                it.price(),
                it.currency(),
                left,
                20,
                it.trial(),
                it.told(),
                it.words(),
                it.languages());
    }

    @Test
    void pages_of_a_list_that_changes_show_each_listing_once() {
        var entries = crowded(2_000);
        var question = Question.around(ALEX, 4_000, Crowd.NOW);
        var there = index.best(question, 2_000).stream().map(Hit::number).toList();
        var random = new Random(11);
        var shown = new ArrayList<Integer>();
        while (true) {
            var page = index.best(
                    question,
                    20,
                    shown.stream().mapToInt(Integer::intValue).sorted().toArray());
            if (page.isEmpty()) {
                break;
            }
            page.forEach(hit -> shown.add(hit.number()));
            for (int n = 0; n < 200; n++) { // places are sold and given back: scores go up and down
                var it = entries.get(random.nextInt(entries.size()));
                index.put(new Entry(
                        it.number(),
                        it.point(),
                        it.start(),
                        it.until(),
                        it.kind(),
                        it.attendance(),
                        it.style(),
                        it.owner(),
                        it.price(),
                        it.currency(),
                        it.left() == 0 ? 0 : 1 + random.nextInt(it.size()),
                        it.size(),
                        it.trial(),
                        it.told(),
                        it.words(),
                        it.languages()));
            }
        }
        assertThat(shown).doesNotHaveDuplicates();
        assertThat(new HashSet<>(shown)).isEqualTo(new HashSet<>(there));
        assertThat(there).hasSizeGreaterThan(200);
    }

    @Test
    void words_leave_out_most_that_do_not_have_them_and_none_that_do() {
        crowded(5_000);
        var all = index.best(Question.around(ALEX, 20_000, Crowd.NOW), 5_000);
        var asked =
                Question.around(ALEX, 20_000, Crowd.NOW).having(Words.of("yoga").signature());
        var yoga = index.best(asked, 5_000).stream().map(Hit::number).toList();
        var byStyle = index.best(Question.around(ALEX, 20_000, Crowd.NOW).filtered(styled("Yoga")), 5_000);
        assertThat(yoga).containsAll(byStyle.stream().map(Hit::number).toList());
        assertThat(yoga.size()).isLessThan(byStyle.size() + all.size() / 50);
    }

    private static Filter styled(String style) {
        return new Filter(
                Set.of(),
                Set.of(),
                Optional.of(style),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Set.of());
    }

    /** A point, and one that is so many metres away from it. */
    @ParameterizedTest
    @CsvSource({
        "90, 0, 89.99, 120",
        "-90, 0, -89.995, -40",
        "0, 180, 0.001, -179.995",
        "0, -180, -0.004, 179.996",
        "78.2232, 15.6267, 78.2240, 15.62",
        "11.545, -57.7, 11.55, -57.71",
        "-0.0001, 0.0001, 0.001, -0.001"
    })
    void poles_the_antimeridian_and_pentagons_are_places_like_others(double lat, double lon, double lat2, double lon2) {
        var here = new GeoPoint(lat, lon);
        var there = new GeoPoint(lat2, lon2);
        index.put(with(crowd.entry(4, Optional.of(there)), 3));
        double metres = here.metresTo(there);
        for (double radius : new double[] {metres + 1, metres * 2, 50_000, 1_000_000, 20_000_000}) {
            assertThat(index.best(Question.around(here, radius, Crowd.NOW), 5))
                    .as("within %f m", radius)
                    .singleElement()
                    .satisfies(hit -> assertThat(hit.metres().orElseThrow()).isCloseTo(metres, within(0.05)));
        }
        assertThat(index.best(Question.around(here, metres - 1, Crowd.NOW), 5)).isEmpty();
    }

    @Test
    void a_radius_of_nothing_finds_what_is_right_there_and_one_of_half_of_earth_everything() {
        var entries = crowded(500);
        index.put(with(crowd.entry(1_000, Optional.of(ALEX)), 3));
        assertThat(index.best(Question.around(ALEX, 0, Crowd.NOW).filtered(placed()), 5))
                .extracting(Hit::number)
                .containsExactly(1_000);
        var everything = Question.around(new GeoPoint(-52.5, -166.6), 20_016_000, Crowd.NOW);
        var awayFrom = new Question(
                everything.area(),
                Optional.empty(),
                Crowd.NOW,
                Optional.empty(),
                soldOut(),
                Signature.NONE,
                Taste.UNKNOWN,
                Order.BEST);
        assertThat(index.facets(awayFrom).total())
                .isEqualTo(1 + new ByHand(entries, awayFrom).all(0).size());
        assertThatThrownBy(() -> Question.around(ALEX, Double.NaN, Crowd.NOW)).hasMessageContaining("radius");
        assertThatThrownBy(() -> Question.around(ALEX, -1, Crowd.NOW)).hasMessageContaining("radius");
    }

    private static Filter placed() {
        return new Filter(
                Set.of(),
                Set.of(Attendance.IN_PERSON, Attendance.MIXED),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                false,
                false,
                Set.of());
    }

    private static Filter soldOut() {
        return new Filter(
                Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), false, false, true, Set.of());
    }

    @Test
    void a_box_of_a_map_finds_what_is_between_its_edges_across_the_antimeridian_too() {
        var random = new Random(1);
        var points = new ArrayList<GeoPoint>();
        for (int n = 0; n < 4_000; n++) {
            points.add(new GeoPoint(random.nextDouble() * 180 - 90, random.nextDouble() * 360 - 180));
            index.put(with(crowd.entry(n, Optional.of(points.getLast())), 3));
        }
        for (int n = 0; n < 200; n++) {
            double south = random.nextDouble() * 180 - 90;
            var box = new Area.Box(
                    new GeoPoint(south, random.nextDouble() * 360 - 180),
                    new GeoPoint(Math.min(90, south + random.nextDouble() * 60), random.nextDouble() * 360 - 180));
            var question = new Question(
                    Optional.of(box),
                    Optional.empty(),
                    Crowd.NOW,
                    Optional.empty(),
                    Filter.NONE,
                    Signature.NONE,
                    Taste.UNKNOWN,
                    Order.BEST);
            assertThat(index.facets(question).total()).as(box.toString()).isEqualTo((int)
                    points.stream().filter(point -> inside(box, point)).count());
        }
    }

    private static boolean inside(Area.Box box, GeoPoint point) {
        double west = box.southWest().longitude();
        double east = box.northEast().longitude();
        boolean between = west <= east
                ? point.longitude() >= west && point.longitude() <= east
                : point.longitude() >= west || point.longitude() <= east;
        return between
                && point.latitude() >= box.southWest().latitude()
                && point.latitude() <= box.northEast().latitude();
    }

    @Test
    void every_rank_can_be_explained() {
        crowded(5_000);
        var question = Question.around(ALEX, 5_000, Crowd.NOW).liked(new Taste(Set.of("Yoga"), Set.of()));
        var hits = index.best(question, 50);
        assertThat(hits).hasSize(50).allSatisfy(hit -> {
            assertThat(hit.why().distance()).isBetween(0.0, Ranking.DISTANCE);
            assertThat(hit.why().time()).isBetween(0.0, Ranking.TIME);
            assertThat(hit.why().affinity()).isIn(0.0, Ranking.AFFINITY * Ranking.STYLE);
            assertThat(hit.why().scarcity()).isBetween(0.0, Ranking.SCARCITY);
        });
        assertThat(hits)
                .isSortedAccordingTo(
                        (a, b) -> Double.compare(b.why().score(), a.why().score()));
        assertThat(Ranking.DISTANCE + Ranking.TIME + Ranking.AFFINITY + Ranking.SCARCITY)
                .isEqualTo(1);
    }
}
