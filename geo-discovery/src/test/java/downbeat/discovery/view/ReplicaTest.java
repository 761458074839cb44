package downbeat.discovery.view;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.discovery.index.Facets;
import downbeat.discovery.index.Hit;
import downbeat.discovery.index.Question;
import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingId;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.listing.Particulars;
import downbeat.discovery.listing.Spot;
import downbeat.discovery.stage.Tables;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Language;
import downbeat.kernel.Money;
import downbeat.kernel.spec.HandClock;
import downbeat.popups.domain.PopUpId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** The writer of listings and what follows it, on both databases. */
class ReplicaTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final GeoPoint POOL = new GeoPoint(52.5404, 13.4086);
    private static final PopUpId RIDE = new PopUpId("u-ride");

    private final HandClock clock = new HandClock(NOW);

    @Test
    void what_is_written_is_found_and_shown_on_h2() throws Exception {
        Tables.onH2("replica", this::writtenAndFound);
    }

    @Test
    void what_is_written_is_found_and_shown_on_postgresql() throws Exception {
        Tables.onPostgresql(database -> {
            writtenAndFound(database);
            database.useHandle(db -> db.execute("DELETE FROM listing"));
            atOnce(database);
        });
    }

    private void writtenAndFound(Jdbi database) {
        var writer = new ListingWriter(database, clock);
        var replica = replica(database);
        assertThat(replica.ready()).isFalse();
        replica.follow();
        assertThat(replica.ready()).isTrue();
        assertThat(found(replica)).isEmpty();

        write(writer, 3, listing(ListingId.of(RIDE), Optional.of(POOL), 5));
        assertThat(found(replica)).as("not before it has looked").isEmpty();
        replica.follow();
        assertThat(found(replica)).hasSize(1);
        assertThat(new ListingTable(database).shown(found(replica)).values())
                .containsExactly(listing(ListingId.of(RIDE), Optional.of(POOL), 5));
        assertThat(replica.index()
                        .facets(Question.around(POOL, 500, clock.instant()))
                        .languages())
                .extracting(Facets.Count::of)
                .containsExactly("de", "tr");

        write(writer, 4, listing(ListingId.of(RIDE), Optional.of(POOL), 0));
        replica.follow();
        assertThat(found(replica)).as("sold out").isEmpty();
        write(writer, 3, listing(ListingId.of(RIDE), Optional.of(POOL), 5));
        replica.follow();
        assertThat(found(replica)).as("what is older changes nothing").isEmpty();
        write(writer, 6, listing(ListingId.of(RIDE), Optional.of(POOL), 1));
        replica.follow();
        assertThat(found(replica)).hasSize(1);
        var number = found(replica);
        writer.write(ListingKind.POP_UP, RIDE.value(), 7, List.of());
        assertThat(new ListingTable(database).shown(number)).isEmpty();
        replica.follow();
        assertThat(found(replica)).as("cancelled").isEmpty();
        assertThat(replica.index().size()).isZero();
    }

    @Test
    void a_drop_is_listed_at_each_point_and_leaves_one_that_is_closed() throws Exception {
        Tables.onH2("replica-drop", database -> {
            var writer = new ListingWriter(database, clock);
            var replica = replica(database);
            var drop = new DropId("d-1");
            var pool = listing(ListingId.of(drop, new PointId("pool")), Optional.of(POOL), 3);
            var online = listing(ListingId.of(drop, PointId.ONLINE), Optional.empty(), 3);
            writer.write(ListingKind.DROP, "d-1", 1, List.of(pool, online));
            replica.follow();
            assertThat(found(replica)).hasSize(2);
            writer.write(ListingKind.DROP, "d-1", 2, List.of(online));
            replica.follow();
            assertThat(new ListingTable(database).shown(found(replica)).values())
                    .containsExactly(online);
        });
    }

    @Test
    void a_new_node_finds_what_an_old_one_does_and_what_is_over_is_forgotten() throws Exception {
        Tables.onH2("replica-fill", database -> {
            var writer = new ListingWriter(database, clock);
            var old = replica(database);
            old.follow();
            var random = new Random(2);
            for (int n = 0; n < 400; n++) {
                var id = new PopUpId("u-" + random.nextInt(100));
                writer.write(
                        ListingKind.POP_UP,
                        id.value(),
                        n,
                        random.nextInt(5) == 0
                                ? List.of()
                                : List.of(listing(ListingId.of(id), Optional.of(POOL), random.nextInt(3))));
                if (random.nextInt(7) == 0) {
                    old.follow();
                }
            }
            old.follow();
            var fresh = replica(database);
            fresh.follow();
            assertThat(found(fresh)).hasSizeGreaterThan(20).isEqualTo(found(old));

            clock.pass(Duration.ofHours(3));
            old.follow();
            assertThat(old.index().size()).isZero();
            var late = replica(database);
            late.follow();
            assertThat(late.index().size()).isZero();
            assertThat(writer.clear(clock.instant())).as("what was cancelled").isPositive();
            assertThat(writer.clear(clock.instant()))
                    .as("of the others nobody was told that they are over")
                    .isZero();
            assertThat(writer.end(clock.instant())).isGreaterThan(20);
            assertThat(writer.clear(clock.instant())).as("told just now").isZero();
            clock.pass(Duration.ofSeconds(1));
            assertThat(writer.clear(clock.instant())).isGreaterThan(20);
        });
    }

    @Test
    void writers_at_once_leave_no_change_out_on_h2() throws Exception {
        Tables.onH2("replica-at-once", this::atOnce);
    }

    /** Whoever reads while others write sees changes in order; one that came late with an early number would be missed for good. */
    private void atOnce(Jdbi database) throws Exception {
        var writer = new ListingWriter(database, clock);
        var replica = replica(database);
        replica.follow();
        try (var writers = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<Callable<Void>>();
            for (int n = 0; n < 4; n++) {
                int part = n;
                all.add(() -> {
                    for (int one = 0; one < 60; one++) {
                        var id = new PopUpId("u-" + part + "-" + one);
                        writer.write(
                                ListingKind.POP_UP,
                                id.value(),
                                1,
                                List.of(listing(ListingId.of(id), Optional.of(POOL), 1)));
                    }
                    return null;
                });
            }
            var running = all.stream().map(writers::submit).toList();
            while (!running.stream().allMatch(it -> it.isDone())) {
                replica.follow();
            }
            for (var it : running) {
                it.get();
            }
        }
        replica.follow();
        assertThat(replica.index().size()).isEqualTo(240);
    }

    private Replica replica(Jdbi database) {
        return new Replica(new ListingTable(database), clock, new SimpleMeterRegistry());
    }

    private void write(ListingWriter writer, long version, Listing listing) {
        writer.write(ListingKind.POP_UP, RIDE.value(), version, List.of(listing));
    }

    private List<Integer> found(Replica replica) {
        return replica.index().best(Question.around(POOL, 500, clock.instant()), 200).stream()
                .map(Hit::number)
                .sorted()
                .toList();
    }

    private static Listing listing(ListingId id, Optional<GeoPoint> point, int left) {
        var zone = ZoneId.of("Europe/Berlin");
        return new Listing(
                id,
                new AccountId("a-omar"),
                "Evening ride <b>&</b> coffee",
                "Indoor cycling",
                "Rides of Prenzlauer Berg",
                point.map(it -> new Spot("Stadtbad", "Oderberger Straße 57", it, zone, "A ramp is there")),
                zone,
                NOW.plus(Duration.ofHours(1)),
                NOW.plus(Duration.ofHours(2)),
                NOW.plus(Duration.ofHours(2)),
                point.isPresent() ? Attendance.IN_PERSON : Attendance.ONLINE,
                Money.of(900, "EUR"),
                left,
                20,
                true,
                Optional.of(new ClassId("c-1")),
                Particulars.NONE,
                List.of(new Language("tr"), new Language("de")));
    }
}
