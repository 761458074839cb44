package downbeat.discovery.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.discovery.listing.ListingId;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.stage.Crowd;
import downbeat.discovery.stage.Wishes;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who wants to know of what opens: all of them and nobody else, wherever it is. */
class AlertIndexTest {
    private static final Instant START = Instant.parse("2026-12-01T18:00:00Z");

    private static Opening opening(GeoPoint point, String style) {
        return new Opening(ListingId.of(new PopUpId("u-1")), style, point, START);
    }

    /** By a look at each of them. */
    private static List<AlertId> byHand(Map<AlertId, Alert> all, Opening it) {
        return all.values().stream()
                .filter(alert -> {
                    var wish = alert.wish();
                    return wish.cell().centre().metresTo(it.point())
                                    <= wish.metres() + wish.cell().reach()
                            && (wish.styles().isEmpty() || wish.styles().contains(it.style()))
                            && (wish.kinds().isEmpty() || wish.kinds().contains(it.kind()));
                })
                .map(Alert::id)
                .toList();
    }

    @Test
    void it_finds_what_a_look_at_each_finds_while_alerts_come_and_go() {
        var random = new Random(11);
        var crowd = new Crowd(3);
        var index = new AlertIndex();
        var all = new LinkedHashMap<AlertId, Alert>();
        for (int n = 0; n < 1_500; n++) {
            var alert = new Alert(
                    new AlertId("l-" + random.nextInt(600)),
                    new ParticipantId("m-" + n),
                    wish(random, somewhere(random, crowd, n)),
                    START,
                    1);
            if (random.nextInt(4) == 0) {
                index.remove(alert.id());
                all.remove(alert.id());
            } else {
                index.put(alert);
                all.put(alert.id(), alert);
            }
            if (n % 3 == 0) {
                var it = opening(somewhere(random, crowd, n), random.nextBoolean() ? "Yoga" : "Rowing");
                assertThat(index.matching(it).stream().map(m -> m.alert().id()).toList())
                        .as("around %s", it.point())
                        .containsExactlyInAnyOrderElementsOf(byHand(all, it));
            }
        }
        assertThat(index.size()).isEqualTo(all.size());
        all.keySet().forEach(index::remove);
        assertThat(index.matching(opening(crowd.point(), "Yoga"))).isEmpty();
    }

    private static Wish wish(Random random, GeoPoint point) {
        int metres = Wish.LEAST_METRES + random.nextInt(Wish.MOST_METRES - Wish.LEAST_METRES + 1);
        var plain = Wishes.around(point, metres);
        Set<String> styles = random.nextBoolean() ? Set.of() : Set.of("Yoga");
        Set<ListingKind> kinds = random.nextBoolean() ? Set.of() : Set.of(ListingKind.DROP);
        return new Wish(plain.cell(), metres, kinds, styles, plain.when(), plain.quiet(), plain.by());
    }

    /** In Berlin, around a pentagon, at a pole and where longitudes jump. */
    private static GeoPoint somewhere(Random random, Crowd crowd, int n) {
        double wobble = random.nextGaussian() * 0.1;
        return switch (n % 6) {
            case 3 -> new GeoPoint(64.7 + wobble, 10.536 + wobble);
            case 4 -> new GeoPoint(Math.min(90, 89.9 + Math.abs(wobble) / 2), random.nextDouble() * 360 - 180);
            case 5 -> new GeoPoint(wobble, random.nextBoolean() ? 179.95 : -179.95);
            default -> crowd.point();
        };
    }

    /** G2: who lives 800 m away is told, wherever in their cell they live. */
    @Test
    void nobody_misses_what_is_within_their_radius() {
        var random = new Random(5);
        var crowd = new Crowd(9);
        for (int n = 0; n < 2_000; n++) {
            var home = crowd.point();
            var near = new GeoPoint(
                    home.latitude() + (random.nextDouble() - 0.5) * 0.01,
                    home.longitude() + (random.nextDouble() - 0.5) * 0.016);
            double metres = home.metresTo(near);
            var index = new AlertIndex();
            index.put(Wishes.alert("m", Wishes.around(home, Math.max(Wish.LEAST_METRES, (int) Math.ceil(metres)))));
            assertThat(index.matching(opening(near, "")))
                    .as("%f m from home", metres)
                    .hasSize(1);
        }
    }

    @Test
    void what_is_farther_than_the_radius_and_the_cell_is_not_near() {
        var home = new GeoPoint(52.52, 13.41);
        var index = new AlertIndex();
        index.put(Wishes.alert("m", Wishes.around(home, 1_000)));
        assertThat(index.matching(opening(new GeoPoint(52.52, 13.50), "")))
                .as("6 km away")
                .isEmpty();
    }

    @Test
    void no_cell_reaches_farther_than_the_index_looks() {
        var random = new Random(2);
        for (int n = 0; n < 5_000; n++) {
            var anywhere = new GeoPoint(
                    Math.toDegrees(Math.asin(random.nextDouble() * 2 - 1)), random.nextDouble() * 360 - 180);
            assertThat(Cell.of(anywhere, Wish.RESOLUTION).reach()).isLessThan(AlertIndex.FARTHEST_REACH);
        }
    }

    @Test
    void nothing_finer_than_a_cell_of_resolution_7_can_be_wished_for() {
        var wish = Wishes.around(new GeoPoint(52.52, 13.41), 1_000);
        var wrong = new ArrayList<Runnable>();
        wrong.add(() -> new Wish(
                Cell.of(new GeoPoint(52.52, 13.41), 8),
                1_000,
                Set.of(),
                Set.of(),
                wish.when(),
                Optional.empty(),
                wish.by()));
        wrong.add(() -> Wishes.around(new GeoPoint(52.52, 13.41), 499));
        wrong.add(() -> Wishes.around(new GeoPoint(52.52, 13.41), 30_001));
        wrong.add(() -> Wishes.by(wish, Set.of()));
        wrong.add(() -> new Wish(
                wish.cell(), 1_000, Set.of(ListingKind.CLASS), Set.of(), wish.when(), Optional.empty(), wish.by()));
        assertThat(wrong).allSatisfy(it -> assertThatThrownBy(it::run).isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void kinds_and_hours_are_those_of_the_wish() {
        var home = new GeoPoint(52.52, 13.41);
        var plain = Wishes.around(home, 1_000);
        var index = new AlertIndex();
        index.put(Wishes.alert(
                "m",
                new Wish(
                        plain.cell(),
                        1_000,
                        Set.of(ListingKind.DROP),
                        Set.of(),
                        plain.when(),
                        plain.quiet(),
                        plain.by())));
        assertThat(index.matching(opening(home, ""))).isEmpty();
        var drop = new Opening(ListingId.of(new DropId("d-1"), new PointId("u-1")), "", home, START);
        assertThat(index.matching(drop)).hasSize(1);
    }
}
