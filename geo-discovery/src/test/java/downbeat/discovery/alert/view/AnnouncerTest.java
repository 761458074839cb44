package downbeat.discovery.alert.view;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.cluster.entity.Seen;
import downbeat.discovery.alert.Alert;
import downbeat.discovery.alert.AlertId;
import downbeat.discovery.alert.Channel;
import downbeat.discovery.alert.Waves;
import downbeat.discovery.alert.Wish;
import downbeat.discovery.listing.Attendance;
import downbeat.discovery.listing.Listing;
import downbeat.discovery.listing.ListingId;
import downbeat.discovery.listing.ListingKind;
import downbeat.discovery.listing.Particulars;
import downbeat.discovery.listing.Spot;
import downbeat.discovery.stage.Tables;
import downbeat.discovery.stage.Wishes;
import downbeat.discovery.view.ListingTable;
import downbeat.discovery.view.ListingWriter;
import downbeat.kernel.AccountId;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Money;
import downbeat.kernel.Outcome;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.spec.HandClock;
import downbeat.popups.domain.PopUpId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** From a listing to who was told, on both databases. */
class AnnouncerTest {
    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
    private static final GeoPoint POOL = new GeoPoint(52.5404, 13.4086);
    private static final GeoPoint FAR = new GeoPoint(52.40, 13.05);

    private final HandClock clock = new HandClock(NOW);
    private final List<ToldTable.Told> heard = new ArrayList<>();
    private final List<ParticipantId> letters = new ArrayList<>();
    private final Set<ParticipantId> insiders = new HashSet<>();
    private int version;

    private Announcer node(Jdbi database) {
        return new Announcer(
                database,
                new AlertTable(database, clock),
                new ListingTable(database),
                (db, about, wave, to, now) -> letters.addAll(to),
                it -> insiders,
                heard::addAll,
                clock,
                new SimpleMeterRegistry());
    }

    private void write(Jdbi database, String popUp, GeoPoint point, int left) {
        new ListingWriter(database)
                .write(ListingKind.POP_UP, popUp, ++version, List.of(listing(new PopUpId(popUp), point, left)));
    }

    private static Listing listing(PopUpId id, GeoPoint point, int left) {
        return new Listing(
                ListingId.of(id),
                new AccountId("a-omar"),
                "Evening ride",
                "Indoor cycling",
                "Rides",
                Optional.of(new Spot("Stadtbad", "Oderberger Straße 57", point, Wishes.BERLIN, "")),
                Wishes.BERLIN,
                NOW.plus(Duration.ofHours(30)),
                NOW.plus(Duration.ofHours(31)),
                NOW.plus(Duration.ofHours(30)),
                Attendance.IN_PERSON,
                Money.of(0, "EUR"),
                left,
                20,
                true,
                Optional.empty(),
                Particulars.NONE,
                List.of());
    }

    private Alert alert(Jdbi database, ParticipantId who, Wish wish) {
        var made = new AlertTable(database, clock).create(new AlertId("l-" + who.value()), who, wish);
        return ((Outcome.Accepted<Alert>) made).reply();
    }

    /** The code of a refusal, or nothing. */
    private static String refused(Outcome<Alert> outcome) {
        return switch (outcome) {
            case Outcome.Accepted<Alert> accepted -> "";
            case Outcome.Refused<Alert> no -> no.refusal().code();
        };
    }

    private static List<String> told(Jdbi database, String popUp) {
        return database.withHandle(
                db -> db.createQuery("SELECT member FROM alert_told WHERE listing = :listing ORDER BY member")
                        .bind("listing", "pop-up." + popUp)
                        .mapTo(String.class)
                        .list());
    }

    private static String state(Jdbi database, String popUp) {
        return database.withHandle(db -> db.createQuery("SELECT state FROM alert_opening WHERE listing = :listing")
                .bind("listing", "pop-up." + popUp)
                .mapTo(String.class)
                .one());
    }

    @Test
    void waves_go_on_while_places_are_left_on_h2() throws Exception {
        Tables.onH2("announcer", this::waves);
    }

    @Test
    void waves_go_on_while_places_are_left_on_postgresql() throws Exception {
        Tables.onPostgresql(database -> {
            waves(database);
            several(database);
        });
    }

    private void waves(Jdbi database) {
        var crowd = Wishes.members(30);
        crowd.forEach(who -> alert(database, who, Wishes.around(POOL, 1_000)));
        alert(database, Wishes.heldOut(), Wishes.around(POOL, 1_000));
        var node = node(database);
        node.round();
        write(database, "u-1", POOL, 2);
        node.round();
        assertThat(told(database, "u-1")).hasSize(10);
        assertThat(heard).hasSize(10);
        node.round();
        assertThat(told(database, "u-1")).as("not before the pause is over").hasSize(10);

        clock.pass(Waves.PAUSE);
        node(database).round();
        assertThat(told(database, "u-1")).as("after a restart the next wave").hasSize(20);

        write(database, "u-1", POOL, 0);
        clock.pass(Waves.PAUSE);
        node.round();
        assertThat(told(database, "u-1")).as("sold out").hasSize(20);
        assertThat(state(database, "u-1")).isEqualTo("SOLD_OUT");
        write(database, "u-1", POOL, 1);
        node.round();
        assertThat(told(database, "u-1")).as("a pause first").hasSize(20);
        clock.pass(Waves.PAUSE);
        node.round();
        assertThat(told(database, "u-1")).as("a place came back").hasSize(25);
        clock.pass(Waves.PAUSE);
        node.round();
        assertThat(told(database, "u-1"))
                .as("all but who is held out")
                .containsExactlyInAnyOrderElementsOf(
                        crowd.stream().map(ParticipantId::value).toList());
        assertThat(state(database, "u-1")).isEqualTo("TOLD");
        assertThat(heard)
                .as("each node hears of each wave, its own or another's")
                .hasSize(40)
                .extracting(ToldTable.Told::member)
                .containsOnly(crowd.toArray(ParticipantId[]::new));
        assertThat(letters).isEmpty();
    }

    private void several(Jdbi database) throws Exception {
        write(database, "u-several", POOL, 1);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<Callable<Object>>();
            for (int n = 0; n < 4; n++) {
                all.add(Executors.callable(() -> node(database).round()));
            }
            for (var done : threads.invokeAll(all)) {
                done.get();
            }
        }
        assertThat(told(database, "u-several")).as("by one of them").hasSize(5);
    }

    @Test
    void who_was_deleted_is_in_already_or_is_told_elsewhere_is_not_told_here() throws Exception {
        Tables.onH2("announcer-not", database -> {
            var some = Wishes.members(5);
            var node = node(database);
            var deleted = alert(database, some.get(0), Wishes.around(POOL, 1_000));
            insiders.add(
                    alert(database, some.get(1), Wishes.around(POOL, 1_000)).member());
            alert(database, some.get(2), Wishes.around(FAR, 1_000));
            alert(database, some.get(3), Wishes.by(Wishes.around(POOL, 1_000), Set.of(Channel.LETTER)));
            var edited = alert(database, some.get(4), Wishes.around(POOL, 1_000));
            node.round();
            var table = new AlertTable(database, clock);
            assertThat(table.delete(deleted.id(), deleted.member())).isTrue();
            assertThat(table.delete(deleted.id(), deleted.member())).isFalse();
            table.edit(edited.id(), edited.member(), Wishes.around(FAR, 2_000), Seen.ANYTHING);
            write(database, "u-2", POOL, 5);
            node.round();
            assertThat(told(database, "u-2")).containsExactly(some.get(3).value());
            assertThat(letters).containsExactly(some.get(3));
            assertThat(heard).as("nobody on the page").isEmpty();

            write(database, "u-2", FAR, 5);
            clock.pass(Waves.PAUSE);
            node.round();
            assertThat(told(database, "u-2"))
                    .as("it has moved")
                    .containsExactlyInAnyOrder(
                            some.get(2).value(),
                            some.get(3).value(),
                            some.get(4).value());
        });
    }

    @Test
    void what_was_there_before_anybody_asked_opens_for_nobody_and_a_cancelled_one_is_over() throws Exception {
        Tables.onH2("announcer-over", database -> {
            var who = Wishes.members(1).getFirst();
            var table = new ListingWriter(database);
            var node = node(database);
            node.round();
            write(database, "u-3", POOL, 5);
            node.round();
            assertThat(state(database, "u-3")).as("nobody is there to be told").isEqualTo("TOLD");
            alert(database, who, Wishes.quiet(Wishes.around(POOL, 1_000), "13:00", "15:00"));
            write(database, "u-3", POOL, 4);
            node.round();
            assertThat(told(database, "u-3")).isEmpty();

            write(database, "u-4", POOL, 4);
            node.round();
            assertThat(told(database, "u-4")).as("quiet").isEmpty();
            assertThat(state(database, "u-4")).isEqualTo("WAITING");
            table.write(ListingKind.POP_UP, "u-4", ++version, List.of());
            clock.pass(Duration.ofHours(2));
            node.round();
            assertThat(told(database, "u-4")).isEmpty();
            assertThat(state(database, "u-4")).isEqualTo("OVER");
            write(database, "u-5", POOL, 4);
            node.round();
            assertThat(told(database, "u-5")).containsExactly(who.value());

            clock.pass(Duration.ofDays(401));
            node.clear();
            assertThat(told(database, "u-5")).isEmpty();
        });
    }

    @Test
    void an_alert_is_read_as_it_was_written_and_nothing_finer_than_a_cell_is_kept() throws Exception {
        Tables.onH2("alert-table", database -> {
            var table = new AlertTable(database, clock);
            var who = new ParticipantId("m-1");
            var wish = Wishes.quiet(
                    Wishes.by(Wishes.around(POOL, 1_000), Set.of(Channel.PAGE, Channel.LETTER)), "22:00", "07:00");
            var made = alert(database, who, wish);
            assertThat(made.wish()).isEqualTo(wish);
            assertThat(table.find(made.id(), who)).contains(made);
            assertThat(table.find(made.id(), new ParticipantId("m-2"))).isEmpty();
            assertThat(table.create(made.id(), who, wish)).isEqualTo(Outcome.accepted(made));
            var edited = table.edit(made.id(), who, wish, Seen.of(made.version()));
            assertThat(refused(edited)).isEmpty();
            assertThat(table.find(made.id(), who).map(Alert::edition)).contains(2);
            assertThat(refused(table.edit(made.id(), who, wish, Seen.of(made.version()))))
                    .isNotEmpty();
            for (int n = 1; n < Alert.MOST; n++) {
                table.create(new AlertId("l-more-" + n), who, wish);
            }
            assertThat(refused(table.create(new AlertId("l-too-many"), who, wish)))
                    .isEqualTo("too-many-alerts");
            assertThat(table.of(who)).hasSize(Alert.MOST);
            assertThat(table.delete(made.id(), who)).isTrue();
            var left = database.withHandle(db -> db.createQuery("SELECT * FROM alert WHERE alert = 'l-m-1'")
                    .mapToMap()
                    .one());
            assertThat(left.get("cell")).isNull();
            assertThat(left.get("zone")).isNull();
            clock.pass(Duration.ofDays(2));
            assertThat(table.forget()).isEqualTo(1);
        });
    }
}
