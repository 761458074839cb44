package downbeat.drops.domain;

import static downbeat.drops.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.drops.domain.DropCommand.*;
import downbeat.drops.domain.bundle.Bundle;
import downbeat.drops.domain.bundle.Component;
import downbeat.drops.domain.bundle.ComponentId;
import downbeat.drops.domain.bundle.Download;
import downbeat.drops.domain.claim.ClaimId;
import downbeat.drops.domain.claim.Handover;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.crowd.Audience;
import downbeat.drops.domain.crowd.Eligibility;
import downbeat.drops.domain.crowd.Seed;
import downbeat.drops.domain.point.CollectionPoint;
import downbeat.drops.domain.point.PickupWindow;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.Money;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too long, too many or too much is refused by the name of the field. */
class BoundsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DropDetails PLAIN = Capsule.of(1).details();

    private static void refused(String field, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(field);
    }

    private static DropDetails details(
            String title, List<Component> components, List<Bundle> bundles, List<CollectionPoint> points) {
        return new DropDetails(
                title, "", Optional.empty(), components, bundles, points, 1, Optional.empty(), PLAIN.timing());
    }

    private static Bundle bundle(Money price, Map<ComponentId, Integer> contents, Download... downloads) {
        return new Bundle(KIT, "Kit", "", price, contents, List.of(downloads));
    }

    private static CollectionPoint point(PointId id, Map<ComponentId, Integer> stock, PickupWindow... windows) {
        return new CollectionPoint(id, "Pool", BERLIN, stock, List.of(windows));
    }

    @Test
    void details_are_bounded_and_fit_together() {
        var parts = PLAIN.components();
        refused("title", () -> details(" ", parts, PLAIN.bundles(), PLAIN.points()));
        refused("title", () -> details("x".repeat(121), parts, PLAIN.bundles(), PLAIN.points()));
        refused("components", () -> details("x", List.of(), PLAIN.bundles(), PLAIN.points()));
        refused(
                "components",
                () -> details("x", Collections.nCopies(2, parts.getFirst()), PLAIN.bundles(), PLAIN.points()));
        refused("bundles", () -> details("x", parts, List.of(), PLAIN.points()));
        refused("points", () -> details("x", parts, PLAIN.bundles(), List.of()));
        refused(
                "points",
                () -> details(
                        "x",
                        parts,
                        PLAIN.bundles(),
                        Collections.nCopies(2, PLAIN.points().getLast())));
        refused(
                "contents of bundle kit",
                () -> details("x", List.of(parts.getFirst()), PLAIN.bundles(), PLAIN.points()));
        var cap = Map.of(new ComponentId("cap"), 1);
        refused(
                "stock of point pool",
                () -> details(
                        "x",
                        parts,
                        PLAIN.bundles(),
                        List.of(point(POOL, cap, new PickupWindow(POOL_EARLY, EARLY, 1)))));
        var francs = List.of(
                PLAIN.bundles().getFirst(),
                new Bundle(TEE, "Tee", "", Money.of(1, "CHF"), Map.of(SHIRT, 1), List.of()));
        refused("price", () -> details("x", parts, francs, PLAIN.points()));
        var same = new PickupWindow(POOL_EARLY, EARLY, 1);
        refused(
                "windows",
                () -> details(
                        "x",
                        parts,
                        PLAIN.bundles(),
                        List.of(point(POOL, Map.of(), same), point(PARK, Map.of(), same))));
        refused("perMember", () -> Capsule.of(1).limit(0).details());
        refused("perMember", () -> Capsule.of(1).limit(101).details());
        refused(
                "eligibility",
                () -> new DropDetails(
                        "x",
                        "",
                        Optional.empty(),
                        parts,
                        PLAIN.bundles(),
                        PLAIN.points(),
                        1,
                        Optional.of(new Eligibility(1, 0, Audience.EVERYBODY, Duration.ZERO)),
                        PLAIN.timing()));
        assertThat(details("x", parts, PLAIN.bundles(), PLAIN.points()).perMember())
                .isOne();
    }

    @Test
    void bundles_are_bounded() {
        refused("contents", () -> bundle(FREE, Map.of()));
        refused("contents", () -> bundle(FREE, Map.of(SHIRT, 0)));
        refused("contents", () -> bundle(FREE, Map.of(SHIRT, 101)));
        refused("name", () -> new Component(SHIRT, " "));
        refused("name", () -> new Download("", "a"));
        refused("asset", () -> new Download("a", "x".repeat(201)));
        refused(
                "downloads",
                () -> bundle(
                        FREE,
                        Map.of(SHIRT, 1),
                        IntStream.range(0, 21)
                                .mapToObj(number -> new Download("d", "a"))
                                .toArray(Download[]::new)));
        assertThat(bundle(FREE, Map.of(SHIRT, 2)).demand(3)).containsExactly(Map.entry(SHIRT, 6));
    }

    @Test
    void points_are_bounded() {
        var window = new PickupWindow(POOL_EARLY, EARLY, 1);
        refused("stock", () -> point(POOL, Map.of(SHIRT, -1), window));
        refused("stock", () -> point(POOL, Map.of(SHIRT, 100_001), window));
        refused("windows", () -> point(POOL, Map.of()));
        refused("windows", () -> point(PointId.ONLINE, Map.of(), window));
        refused("capacity", () -> new PickupWindow(POOL_EARLY, EARLY, 0));
        refused("capacity", () -> new PickupWindow(POOL_EARLY, EARLY, 10_001));
    }

    @Test
    void times_and_thresholds_are_bounded() {
        var minute = Duration.ofMinutes(1);
        refused("openFor", () -> new Timing(Duration.ofSeconds(59), minute, minute, 0));
        refused("openFor", () -> new Timing(Duration.ofDays(8), minute, minute, 0));
        refused("holdFor", () -> new Timing(minute, Duration.ZERO, minute, 0));
        refused("holdFor", () -> new Timing(minute, Duration.ofMinutes(31), minute, 0));
        refused("grace", () -> new Timing(minute, minute, Duration.ofMinutes(-1), 0));
        refused("perSecond", () -> new Timing(minute, minute, minute, -1));
        refused("percent", () -> new Eligibility(101, 0, Audience.EVERYBODY, Duration.ZERO));
        refused("reps", () -> new Eligibility(0, -1, Audience.EVERYBODY, Duration.ZERO));
        refused("headStart", () -> new Eligibility(0, 0, Audience.EVERYBODY, Duration.ofMinutes(11)));
        refused("percent", () -> new Attendee(ANNA, 101, 0, true, false));
        refused("reps", () -> new Attendee(ANNA, 1, -1, true, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 101, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void nobody_orders_or_hands_over_nothing_less_or_too_much(int units) {
        refused("units", () -> kits(units));
        refused("units", () -> new Handover(nonce("n"), units, "Mia", OPENED));
        refused("units", () -> new OfflineHandover(nonce("n"), id(1), units, false, OPENED));
        if (units != 0) {
            refused("units", () -> handOver(1, units, "n"));
        }
    }

    @Test
    void what_is_said_of_a_drop_is_bounded() {
        refused("reason", () -> new Cancel(" "));
        refused("reason", () -> new ClosePoint(POOL, "x".repeat(501)));
        refused("stock", () -> new Restock(POOL, SHIRT, -1));
        refused("name", () -> new MovePoint(POOL, "", Duration.ZERO));
        refused("by", () -> new HandOver(POOL, id(1), 1, nonce("n"), "", false));
        refused("handovers", () -> new Upload(POOL, "Mia", List.of()));
        refused("handovers", () -> new Upload(POOL, "Mia", Collections.nCopies(501, offline(1, 1, "n", OPENED))));
        refused("claims", () -> new MakeReady(POOL, Collections.nCopies(1_001, id(1))));
        refused("seed", () -> new Seed("0123"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "01", "-1", "1.0", "12345678", "eins"})
    void a_claim_is_a_number(String text) {
        assertThatThrownBy(() -> new ClaimId(text)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Order(KIT, 1, POOL, Optional.empty()).window()).isEmpty();
    }
}
