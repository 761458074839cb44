package downbeat.classes.domain;

import static downbeat.classes.domain.Fixtures.ANNA;
import static downbeat.classes.domain.Fixtures.BEFORE;
import static downbeat.classes.domain.Fixtures.BEN;
import static downbeat.classes.domain.Fixtures.CLEO;
import static downbeat.classes.domain.Fixtures.START;
import static downbeat.classes.domain.Fixtures.scheduled;

import downbeat.classes.domain.LiveClassCommand.*;
import downbeat.classes.domain.LiveClassEvent.*;
import downbeat.classes.domain.room.RoomId;
import downbeat.classes.domain.room.RoomTicket;
import downbeat.classes.domain.room.Stay;
import downbeat.kernel.OfferTime;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.spec.DeciderSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rooms of a class, and the ways between them and the places online. */
class RoomRulesTest {
    private static final RoomId HALL = new RoomId("u-hall");
    private static final Instant CLOSE = START.plus(Duration.ofMinutes(60));

    private static RoomTicket ticket(int number) {
        return new RoomTicket(HALL, number);
    }

    private static DeciderSpec<LiveClassCommand, LiveClassEvent, LiveClass, LiveClassReply> spec() {
        return DeciderSpec.of(new LiveClassDecider(), BEFORE);
    }

    private static Stay minutes(int from, int to) {
        return new Stay(START.plus(Duration.ofMinutes(from)), Optional.of(START.plus(Duration.ofMinutes(to))));
    }

    @Test
    void a_free_place_online_is_taken_instead_of_the_one_in_the_room() {
        spec().given(scheduled(1, 0))
                .when(new ComeOnline(ANNA, ticket(3)))
                .then(new CameOnline(ANNA, ticket(3), false, BEFORE))
                .replies(new LiveClassReply.Placed(PlaceKind.ONLINE));
    }

    @Test
    void nothing_is_given_up_when_everything_online_is_taken() {
        spec().given(scheduled(1, 0))
                .given(new PlaceBooked(BEN, PlaceKind.ONLINE, false, BEFORE))
                .when(new ComeOnline(ANNA, ticket(3)))
                .refuses(new LiveClassRefusal.NoPlaceLeft(PlaceKind.ONLINE));
    }

    @Test
    void a_place_online_that_is_offered_to_somebody_is_theirs_to_come_to() {
        spec().given(scheduled(1, 0))
                .given(
                        new PlaceBooked(BEN, PlaceKind.ONLINE, false, BEFORE),
                        new WaitingJoined(ANNA, PlaceKind.ONLINE, true, BEFORE),
                        new BookingCancelled(BEN, PlaceKind.ONLINE, BEFORE),
                        new PlaceOffered(ANNA, PlaceKind.ONLINE, BEFORE.plusSeconds(900), BEFORE))
                .when(new ComeOnline(ANNA, ticket(3)))
                .then(new CameOnline(ANNA, ticket(3), true, BEFORE));
    }

    @Test
    void the_same_move_told_again_is_one() {
        spec().given(scheduled(1, 0))
                .given(new CameOnline(ANNA, ticket(3), false, BEFORE))
                .when(new ComeOnline(ANNA, ticket(3)))
                .thenNothing();
    }

    @Test
    void the_place_online_is_offered_on_when_its_holder_comes_to_the_room() {
        spec().given(scheduled(1, 0))
                .given(
                        new PlaceBooked(ANNA, PlaceKind.ONLINE, false, BEFORE),
                        new WaitingJoined(BEN, PlaceKind.ONLINE, false, BEFORE))
                .when(new GiveUpOnline(ANNA, ticket(4)))
                .then(
                        new BookingCancelled(ANNA, PlaceKind.ONLINE, BEFORE),
                        new PlaceOffered(BEN, PlaceKind.ONLINE, OfferTime.end(BEFORE, START), BEFORE));
    }

    @Test
    void who_has_no_place_online_has_given_it_up() {
        spec().given(scheduled(1, 0)).when(new GiveUpOnline(ANNA, ticket(4))).thenNothing();
    }

    @Test
    void a_place_in_the_room_that_was_given_up_for_the_one_online_takes_nothing_away_however_late_it_is_told() {
        for (int told : List.of(1, 2, 3)) {
            spec().given(scheduled(5, 0))
                    .given(
                            new CameOnline(ANNA, ticket(1), false, BEFORE),
                            new BookingCancelled(ANNA, PlaceKind.ONLINE, BEFORE),
                            new CameOnline(ANNA, ticket(3), false, BEFORE))
                    .when(new GiveUpOnline(ANNA, ticket(told)))
                    .refuses(new LiveClassRefusal.CameFromThere());
        }
    }

    @Test
    void who_went_into_the_room_meanwhile_has_no_place_online() {
        spec().given(scheduled(1, 0))
                .given(new CameOnline(ANNA, ticket(3), false, BEFORE))
                .when(new StayInRoom(ANNA, ticket(3)))
                .then(new BookingCancelled(ANNA, PlaceKind.ONLINE, BEFORE));
        spec().given(scheduled(1, 0))
                .given(new CameOnline(ANNA, ticket(3), false, BEFORE), new CameOnline(ANNA, ticket(5), false, BEFORE))
                .when(new StayInRoom(ANNA, ticket(3)))
                .refuses(new LiveClassRefusal.NotBooked());
    }

    @Test
    void the_same_stays_once_more_change_nothing() {
        spec().given(scheduled(1, 0))
                .given(new StaysNoted(HALL, ANNA, List.of(minutes(0, 5)), BEFORE))
                .when(new NoteStays(HALL, ANNA, List.of(minutes(0, 5))))
                .thenNothing();
        spec().given(scheduled(1, 0)).when(new NoteStays(HALL, ANNA, List.of())).thenNothing();
        spec().given(scheduled(1, 0))
                .given(new UnnamedCounted(HALL, 2, BEFORE))
                .when(new CountUnnamed(HALL, 2))
                .thenNothing();
    }

    @Test
    void the_outcome_counts_those_in_the_room_with_and_without_a_place_of_the_class() {
        var online = new MemberOutcome(ANNA, true, Duration.ofMinutes(20), 1.0 / 3, 12);
        spec().given(scheduled(5, 0))
                .given(
                        new PlaceBooked(ANNA, PlaceKind.ONLINE, true, BEFORE),
                        new PlaceBooked(CLEO, PlaceKind.ONLINE, false, BEFORE),
                        new StaysNoted(HALL, ANNA, List.of(minutes(-10, 45)), START),
                        new StaysNoted(HALL, BEN, List.of(minutes(-20, 15), minutes(30, 90)), START),
                        new LobbyOpened(START),
                        new ClassBegun(START),
                        new ClosingBegun(CLOSE))
                .at(CLOSE)
                .when(new FinishClass(List.of(online), Fixtures.report()))
                .then(new ClassFinished(
                        List.of(
                                inRoom(ANNA, true, 45, 12),
                                new Attendance(new Booking(CLEO, PlaceKind.ONLINE, false), MemberOutcome.absent(CLEO)),
                                inRoom(BEN, false, 45, 0)),
                        Fixtures.report(),
                        CLOSE));
    }

    @Test
    void what_a_door_that_was_offline_says_after_the_end_revises_the_outcome_either_way() {
        var ended = spec().given(scheduled(5, 0))
                .given(
                        new StaysNoted(HALL, BEN, List.of(new Stay(START, Optional.empty())), START),
                        new LobbyOpened(START),
                        new ClassBegun(START),
                        new ClosingBegun(CLOSE),
                        new ClassFinished(List.of(inRoom(BEN, false, 60, 0)), Fixtures.report(), CLOSE))
                .at(CLOSE.plusSeconds(600));
        var late = CLOSE.plusSeconds(600);
        ended.when(new NoteStays(HALL, BEN, List.of(minutes(0, 30))))
                .then(
                        new StaysNoted(HALL, BEN, List.of(minutes(0, 30)), late),
                        new AttendanceRevised(inRoom(BEN, false, 30, 0), late));
        ended.when(new NoteStays(HALL, ANNA, List.of(minutes(10, 70))))
                .then(
                        new StaysNoted(HALL, ANNA, List.of(minutes(10, 70)), late),
                        new AttendanceRevised(inRoom(ANNA, false, 50, 0), late));
    }

    private static Attendance inRoom(ParticipantId who, boolean trial, int minutes, int reps) {
        return new Attendance(
                new Booking(who, PlaceKind.IN_ROOM, trial),
                new MemberOutcome(who, true, Duration.ofMinutes(minutes), minutes / 60.0, reps));
    }
}
