package downbeat.discovery.journey.book;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.participant.domain.Consent;
import downbeat.classes.participant.domain.ParticipantEvent;
import downbeat.classes.participant.domain.ParticipantEvent.ConsentGiven;
import downbeat.classes.participant.domain.ParticipantEvent.ConsentWithdrawn;
import downbeat.classes.participant.domain.ParticipantEvent.MembershipBegun;
import downbeat.cluster.entity.Recorded;
import downbeat.cluster.view.View;
import downbeat.discovery.journey.Period;
import downbeat.discovery.journey.Share;
import downbeat.discovery.journey.What;
import downbeat.discovery.listing.ListingId;
import downbeat.discovery.stage.Tables;
import downbeat.kernel.AccountId;
import downbeat.kernel.Cell;
import downbeat.kernel.GeoPoint;
import downbeat.kernel.Money;
import downbeat.kernel.Nonce;
import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpEvent;
import downbeat.popups.domain.PopUpEvent.ScanRecorded;
import downbeat.popups.domain.PopUpEvent.TicketCancelled;
import downbeat.popups.domain.PopUpEvent.TicketTransferred;
import downbeat.popups.domain.PopUpEvent.TicketsSold;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.door.Scan;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.TicketId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is kept of members, on both databases. */
class JourneyBookTest {
    private static final Instant NOW = Instant.parse("2026-06-18T12:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-03T17:00:00Z");
    private static final ParticipantId MIA = new ParticipantId("mia");
    private static final ParticipantId NOAH = new ParticipantId("noah");
    private static final AccountId OMAR = new AccountId("omar");
    private static final PopUpId RIDE = new PopUpId("u-ride");
    private static final TicketId ONE = new TicketId("1");
    private static final TicketId TWO = new TicketId("2");
    private static final Money FREE = Money.of(0, "EUR");

    @Test
    void what_members_do_is_kept_and_counted_on_h2() throws Exception {
        Tables.onH2("journey", JourneyBookTest::keptAndCounted);
    }

    @Test
    void what_members_do_is_kept_and_counted_on_postgresql() throws Exception {
        Tables.onPostgresql(JourneyBookTest::keptAndCounted);
    }

    private static void keptAndCounted(Jdbi database) {
        tickets(database);
        consent(database);
        counted(database);
        var journeys = new Journeys(database);
        assertThat(journeys.clear(APRIL.plusSeconds(1))).isPositive();
        assertThat(journeys.clear(APRIL.plusSeconds(1))).isZero();
        assertThat(holders(database)).as("who is known to have booked").containsExactly("noah");
        journeys.clear(APRIL.plus(Duration.ofDays(1)));
        assertThat(holders(database))
                .as("of a pop-up of which nothing is known")
                .isEmpty();
    }

    private static List<String> holders(Jdbi database) {
        return database.withHandle(db -> db.createQuery("SELECT holder FROM journey_ticket")
                .mapTo(String.class)
                .list());
    }

    private static void tickets(Jdbi database) {
        popUp(
                database,
                new TicketsSold(
                        new HoldId("h"),
                        MIA,
                        new KindId("free"),
                        List.of(ONE, TWO),
                        FREE,
                        Settlement.NOTHING_DUE,
                        APRIL));
        popUp(database, new TicketTransferred(TWO, MIA, NOAH, 2, APRIL.plusSeconds(60)));
        assertThat(steps(database)).containsExactly("mia BOOKED u-ride", "noah BOOKED u-ride");
        popUp(database, scan(TWO, APRIL.plus(Duration.ofHours(3)), Direction.ENTRY, Reason.OK));
        popUp(database, scan(TWO, APRIL.plus(Duration.ofHours(2)), Direction.ENTRY, Reason.OK));
        popUp(database, scan(TWO, APRIL.plus(Duration.ofHours(4)), Direction.ENTRY, Reason.OK));
        popUp(database, scan(ONE, APRIL, Direction.ENTRY, Reason.TOO_EARLY));
        popUp(database, scan(ONE, APRIL, Direction.EXIT, Reason.OK));
        popUp(database, scan(new TicketId("9"), APRIL, Direction.ENTRY, Reason.OK));
        assertThat(steps(database))
                .as("who was refused, went out or is nobody known was not there")
                .containsExactly("mia BOOKED u-ride", "noah BOOKED u-ride", "noah CHECKED_IN u-ride");
        assertThat(doneAt(database, NOAH, What.CHECKED_IN))
                .as("a scan that came late was the first")
                .isEqualTo(APRIL.plus(Duration.ofHours(2)));
        popUp(database, new TicketCancelled(ONE, false, FREE, APRIL));
        assertThat(steps(database)).containsExactly("noah BOOKED u-ride", "noah CHECKED_IN u-ride");
    }

    private static void consent(Jdbi database) {
        var sightings = new Sightings(database, new SimpleMeterRegistry());
        sightings.note(MIA, List.of(RIDE), APRIL);
        sightings.write();
        assertThat(steps(database)).as("not allowed").noneMatch(step -> step.startsWith("mia"));
        member(database, MIA, new ConsentGiven(Consent.NEWS, APRIL));
        member(database, MIA, new ConsentGiven(Consent.FIGURES, APRIL));
        member(database, MIA, new ConsentGiven(Consent.FIGURES, APRIL));
        sightings.note(MIA, List.of(RIDE, RIDE), APRIL);
        sightings.note(MIA, List.of(RIDE), APRIL.plusSeconds(5));
        sightings.write();
        sightings.note(MIA, List.of(RIDE), APRIL.plusSeconds(9));
        sightings.write();
        assertThat(doneAt(database, MIA, What.SHOWN)).isEqualTo(APRIL);
        member(database, MIA, new MembershipBegun(APRIL));
        member(database, MIA, new ConsentWithdrawn(Consent.NEWS, APRIL));
        assertThat(steps(database)).contains("mia SHOWN u-ride", "mia JOINED mia");
        member(database, MIA, new ConsentWithdrawn(Consent.FIGURES, APRIL));
        assertThat(steps(database)).doesNotContain("mia SHOWN u-ride").contains("mia JOINED mia");
    }

    private static void counted(Jdbi database) {
        database.useHandle(db -> {
            Steps.place(db, "c-1", new AccountId("tara"), Optional.empty());
            Steps.place(
                    db,
                    RIDE.value(),
                    OMAR,
                    Optional.of(Cell.of(new GeoPoint(52.5, 13.4), 7).toString()));
            Steps.note(db, NOAH, What.TRIED, "c-1", APRIL.minus(Duration.ofDays(2)));
        });
        var figures = new Journeys(database).ofOrganizer(OMAR, Period.weeks(13, NOW), NOW);
        assertThat(figures.week()).isEqualTo(new Share(1, 1));
        assertThat(figures.discovered()).isEqualTo(new Share(0, 1));
        told(database);
        assertThat(new Journeys(database)
                        .ofOrganizer(OMAR, Period.weeks(13, NOW), NOW)
                        .discovered())
                .as("told of it is shown it")
                .isEqualTo(new Share(1, 1));
        assertThat(new Journeys(database)
                        .ofTrainer(new AccountId("tara"), Period.weeks(13, NOW), NOW)
                        .came())
                .isEqualTo(new Share(1, 1));
        assertThat(new Journeys(database)
                        .ofOrganizer(new AccountId("other"), Period.weeks(13, NOW), NOW)
                        .week())
                .isEqualTo(new Share(0, 0));
    }

    private static void told(Jdbi database) {
        database.useHandle(
                db -> db.createUpdate("INSERT INTO alert_told (listing, member, told_at, wave, channel, change)"
                                + " VALUES (:listing, :member, :at, 1, 'PAGE', 1)")
                        .bind("listing", ListingId.of(RIDE).text())
                        .bind("member", NOAH.value())
                        .bind("at", APRIL.minusSeconds(60).toEpochMilli())
                        .execute());
    }

    private static ScanRecorded scan(TicketId ticket, Instant at, Direction direction, Reason reason) {
        var nonce = new Nonce("n-" + at.toEpochMilli());
        return new ScanRecorded(
                ticket,
                new Scan(
                        nonce,
                        new GateId("main"),
                        new DeviceId("d-1"),
                        direction,
                        at,
                        1,
                        reason,
                        false,
                        Optional.empty()),
                at);
    }

    private static void popUp(Jdbi database, PopUpEvent event) {
        apply(database, new PopUpSteps(), RIDE.value(), event.at(), event);
    }

    private static void member(Jdbi database, ParticipantId who, ParticipantEvent event) {
        apply(database, new MemberSteps(), who.value(), event.at(), event);
    }

    private static <E> void apply(Jdbi database, View<E> view, String entity, Instant at, E event) {
        database.useTransaction(db -> view.apply(db, new Recorded<>(entity, 1, at, event)));
    }

    private static List<String> steps(Jdbi database) {
        return database.withHandle(
                db -> db.createQuery("SELECT member, step, source FROM journey_step ORDER BY member, step, source")
                        .map((rows, context) -> rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3))
                        .list());
    }

    private static Instant doneAt(Jdbi database, ParticipantId who, What what) {
        return database.withHandle(
                db -> db.createQuery("SELECT done_at FROM journey_step WHERE member = ? AND step = ?")
                        .bind(0, who.value())
                        .bind(1, what.name())
                        .map((rows, context) -> Instant.ofEpochMilli(rows.getLong(1)))
                        .one());
    }
}
