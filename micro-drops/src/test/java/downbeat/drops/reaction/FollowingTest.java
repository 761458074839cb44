package downbeat.drops.reaction;

import static downbeat.drops.domain.Fixtures.*;
import static downbeat.drops.stage.DropsNode.accepted;
import static downbeat.drops.stage.DropsNode.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import downbeat.classes.domain.ClassDetails;
import downbeat.classes.domain.LiveClassCommand;
import downbeat.classes.domain.LiveClassCommand.Book;
import downbeat.classes.domain.LiveClassCommand.FinishClass;
import downbeat.classes.domain.MemberOutcome;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.live.report.ClassReport;
import downbeat.drops.domain.Capsule;
import downbeat.drops.domain.DropId;
import downbeat.drops.domain.Phase;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.stage.DropsNode;
import downbeat.drops.stage.World;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Money;
import downbeat.popups.domain.CancellationPolicy;
import downbeat.popups.domain.PopUpCommand;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.place.Place;
import downbeat.popups.domain.place.Timing;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What classes and pop-ups do to drops, through a real journal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private DropsNode node;

    @BeforeAll
    void start() {
        node = new DropsNode(World.H2.create().settings());
    }

    @AfterAll
    void close() {
        node.close();
    }

    private static ClassDetails ride() {
        return new ClassDetails(
                "Evening ride",
                "Cycling",
                "",
                LocalDateTime.parse("2026-12-01T18:30"),
                BERLIN,
                Duration.ofHours(1),
                10,
                10,
                Money.of(0, "EUR"),
                true);
    }

    private static ClassReport report() {
        var none = new ClassReport.Quantiles(0, 0, 0, 0, 0);
        return new ClassReport(
                1,
                1,
                Duration.ofMinutes(60),
                new ClassReport.CueFigures(0, 0, 0, 0, none, none, -1),
                none,
                List.of(),
                0,
                0,
                0,
                new ClassReport.Retention(null, null, null),
                0,
                List.of(),
                new ClassReport.Raw("", "", "", "", "", "", "", ""),
                0L,
                null,
                null);
    }

    private static PopUpDetails popUp(String place, String start) {
        return new PopUpDetails(
                "Evening ride at the pool",
                "",
                "Rides of Prenzlauer Berg",
                new Place(place, "Oderberger Straße 57, Berlin", new GeoPoint(52.5404, 13.4086), BERLIN, ""),
                new Timing(LocalDateTime.parse(start), Duration.ofHours(2), Duration.ofMinutes(30)),
                5,
                List.of(new TicketKind(
                        new KindId("k"), "Guest", Category.FREE, 5, Money.of(0, "EUR"), Optional.empty(), 1)),
                new CancellationPolicy(Duration.ofDays(1), 50),
                Optional.empty());
    }

    /** Asking wakes a drop but does nothing to it. */
    private void announced(DropId drop) {
        node.announce(drop, Capsule.of(3).details());
        await().atMost(LONGEST)
                .until(() -> node.board().ofClass(RIDE).contains(drop)
                        && node.board().at(POOL).contains(drop));
    }

    @Test
    void the_end_of_a_class_opens_its_drop_with_who_took_part() {
        var drop = new DropId("after-the-ride");
        announced(drop);
        accepted(node.classes().draft(RIDE, TRAINER, ride()));
        accepted(node.classes().ask(RIDE, new LiveClassCommand.Schedule()));
        accepted(node.classes().ask(RIDE, new Book(ANNA, PlaceKind.IN_ROOM, false)));
        accepted(node.classes().ask(RIDE, new Book(BEN, PlaceKind.ONLINE, true)));
        accepted(node.classes().ask(RIDE, new LiveClassCommand.OpenLobby()));
        accepted(node.classes().ask(RIDE, new LiveClassCommand.Begin()));
        accepted(node.classes().ask(RIDE, new LiveClassCommand.Close()));
        node.pass(Duration.ofMinutes(3));
        var anna = new MemberOutcome(ANNA, true, Duration.ofMinutes(50), 0.834, 12);
        accepted(node.classes().ask(RIDE, new FinishClass(List.of(anna), report())));

        await().atMost(LONGEST).until(() -> node.card(drop).phase() == Phase.OPEN);
        assertThat(node.card(drop).attendees())
                .containsExactlyInAnyOrder(
                        new Attendee(ANNA, 83, 12, true, false), new Attendee(BEN, 0, 0, false, true));
    }

    @Test
    void a_pop_up_that_moves_takes_its_windows_along_and_one_that_is_cancelled_is_no_point_any_more() {
        var pool = new PopUpId(POOL.value());
        var drop = new DropId("at-the-pool");
        announced(drop);
        accepted(node.popUps().draft(pool, TRAINER, popUp("Stadtbad", "2026-12-05T18:00")));
        accepted(node.popUps().publish(pool));
        accepted(node.popUps().ask(pool, new PopUpCommand.Edit(popUp("Volksbad", "2026-12-05T19:30"))));
        await().atMost(LONGEST)
                .until(() -> node.card(drop).point(POOL).orElseThrow().name().equals("Volksbad"));
        var moved = node.card(drop).point(POOL).orElseThrow();
        assertThat(moved.windows().getFirst().start()).isEqualTo(EARLY.start().plus(Duration.ofMinutes(90)));

        accepted(node.popUps().ask(pool, new PopUpCommand.Cancel("Flooded")));
        await().atMost(LONGEST)
                .until(() -> node.card(drop).point(POOL).orElseThrow().closed().isPresent());
        assertThat(node.card(drop).point(POOL).orElseThrow().closed()).contains("Flooded");
        assertThat(node.card(drop).point(PARK).orElseThrow().closed()).isEmpty();
        assertThat(get(node.popUps().show(pool))).isPresent();
    }
}
