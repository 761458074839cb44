package downbeat.classes.view;

import static downbeat.classes.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.domain.Attendance;
import downbeat.classes.domain.Booking;
import downbeat.classes.domain.Fixtures;
import downbeat.classes.domain.LiveClassEvent;
import downbeat.classes.domain.LiveClassEvent.*;
import downbeat.classes.domain.MemberOutcome;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.domain.room.RoomId;
import downbeat.classes.domain.room.RoomTicket;
import downbeat.classes.domain.room.Stay;
import downbeat.classes.stage.Tables;
import downbeat.cluster.entity.Recorded;
import downbeat.kernel.ClassId;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class ClassBoardTest {
    private static final ClassId RIDE = new ClassId("ride");

    @Test
    void the_board_follows_the_facts_on_h2() throws Exception {
        Tables.onH2("board", ClassBoardTest::follows);
    }

    @Test
    void the_board_follows_the_facts_on_postgresql() throws Exception {
        Tables.onPostgresql(ClassBoardTest::follows);
    }

    private static void follows(Jdbi database) {
        var board = new ClassBoard(database);
        var facts = new ArrayList<LiveClassEvent>(scheduled(1, 1));
        facts.add(new PlaceBooked(ANNA, PlaceKind.ONLINE, true, BEFORE));
        facts.add(new WaitingJoined(BEN, PlaceKind.ONLINE, false, BEFORE));
        apply(database, facts);

        var row = board.upcoming(BEFORE, 10, Optional.empty()).getFirst();
        assertThat(row.details()).isEqualTo(details(1, 1));
        assertThat(row.online()).isEqualTo(new ClassRow.Count(1, 0, 1));
        assertThat(row.inRoom()).isEqualTo(new ClassRow.Count(1, 1, 0));
        assertThat(board.upcoming(BEFORE, 10, BoardCursor.parse(row.cursor().toString())))
                .isEmpty();
        assertThat(board.byTrainer(TRAINER)).hasSize(1);

        facts.add(new PlaceSwitched(ANNA, PlaceKind.ONLINE, PlaceKind.IN_ROOM, BEFORE));
        facts.add(new PlaceOffered(BEN, PlaceKind.ONLINE, START, BEFORE));
        apply(database, facts);
        assertThat(board.bookingsOf(BEN)).singleElement().satisfies(booked -> {
            assertThat(booked.status()).isEqualTo("OFFERED");
            assertThat(booked.offerEndsAt()).contains(START);
        });

        var seat = new RoomTicket(new RoomId("hall"), 3);
        facts.add(new CameOnline(CLEO, seat, false, BEFORE));
        facts.add(new StaysNoted(seat.room(), BEN, List.of(new Stay(START, Optional.empty())), BEFORE));
        facts.add(new UnnamedCounted(seat.room(), 2, BEFORE));
        apply(database, facts);
        assertThat(board.bookingsOf(CLEO)).singleElement().satisfies(booked -> {
            assertThat(booked.status()).isEqualTo("BOOKED");
            assertThat(booked.place()).isEqualTo(PlaceKind.ONLINE);
        });

        var came = new Attendance(
                new Booking(ANNA, PlaceKind.IN_ROOM, true),
                new MemberOutcome(ANNA, true, Duration.ofMinutes(50), 0.8, 3));
        facts.add(new ClassFinished(List.of(came), Fixtures.report(), START));
        apply(database, facts);
        assertThat(board.bookingsOf(BEN)).isEmpty();
        assertThat(board.upcoming(BEFORE, 10, Optional.empty())).isEmpty();
        assertThat(new ReportShelf(database).of(RIDE)).contains(Fixtures.report());
        assertThat(new AttendanceBook(database).of(ANNA))
                .singleElement()
                .satisfies(row2 -> assertThat(row2.present()).isEqualTo(Duration.ofMinutes(50)));

        facts.add(new AttendanceRevised(late(ANNA, 40), START.plusSeconds(60)));
        facts.add(new AttendanceRevised(late(BEN, 20), START.plusSeconds(60)));
        apply(database, facts);
        for (var who : List.of(ANNA, BEN)) {
            assertThat(new AttendanceBook(database).of(who)).singleElement().satisfies(row3 -> {
                assertThat(row3.present()).isEqualTo(Duration.ofMinutes(who.equals(ANNA) ? 40 : 20));
                assertThat(row3.place()).isEqualTo(PlaceKind.IN_ROOM);
                assertThat(row3.endedAt()).as("the class ended when it did").isEqualTo(START);
            });
        }
    }

    private static Attendance late(ParticipantId who, int minutes) {
        return new Attendance(
                new Booking(who, PlaceKind.IN_ROOM, false),
                new MemberOutcome(who, true, Duration.ofMinutes(minutes), 0.5, 0));
    }

    /** All facts from the beginning, each time: what comes again is harmless. */
    private static void apply(Jdbi database, List<LiveClassEvent> facts) {
        var board = new ClassBoardProjection();
        var outcomes = new OutcomeProjection();
        database.useTransaction(db -> {
            for (int i = 0; i < facts.size(); i++) {
                var fact = new Recorded<>(RIDE.value(), i + 1L, BEFORE, facts.get(i));
                board.apply(db, fact);
                board.apply(db, fact);
                outcomes.apply(db, fact);
                outcomes.apply(db, fact);
            }
        });
    }
}
