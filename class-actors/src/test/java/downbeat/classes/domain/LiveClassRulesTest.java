package downbeat.classes.domain;

import static downbeat.classes.domain.Fixtures.*;
import static downbeat.classes.domain.PlaceKind.IN_ROOM;
import static downbeat.classes.domain.PlaceKind.ONLINE;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.domain.LiveClassCommand.*;
import downbeat.classes.domain.LiveClassEvent.*;
import downbeat.kernel.ClassId;
import downbeat.kernel.Refusal;
import downbeat.kernel.Version;
import downbeat.kernel.spec.DeciderSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveClassRulesTest {
    private static DeciderSpec<LiveClassCommand, LiveClassEvent, LiveClass, LiveClassReply> spec() {
        return DeciderSpec.of(new LiveClassDecider(), BEFORE);
    }

    private static DeciderSpec<LiveClassCommand, LiveClassEvent, LiveClass, LiveClassReply> open(
            int online, int inRoom) {
        return spec().given(scheduled(online, inRoom));
    }

    @Test
    void a_member_books_a_free_place() {
        open(1, 0)
                .when(new Book(ANNA, ONLINE, false))
                .then(new PlaceBooked(ANNA, ONLINE, false, BEFORE))
                .replies(new LiveClassReply.Placed(ONLINE));
    }

    @Test
    void a_full_kind_of_place_queues_in_order() {
        open(1, 5)
                .given(new PlaceBooked(ANNA, ONLINE, false, BEFORE), new WaitingJoined(BEN, ONLINE, false, BEFORE))
                .when(new Book(CLEO, ONLINE, false))
                .then(new WaitingJoined(CLEO, ONLINE, false, BEFORE))
                .replies(new LiveClassReply.Queued(ONLINE, 2));
    }

    @Test
    void a_cancelled_place_is_offered_once_to_the_first_who_waits_and_passes_on_when_the_offer_lapses() {
        var later = BEFORE.plus(Duration.ofMinutes(15));
        var offered = open(1, 0)
                .given(
                        new PlaceBooked(ANNA, ONLINE, false, BEFORE),
                        new WaitingJoined(BEN, ONLINE, true, BEFORE),
                        new WaitingJoined(CLEO, ONLINE, false, BEFORE))
                .when(new CancelBooking(ANNA))
                .then(new BookingCancelled(ANNA, ONLINE, BEFORE), new PlaceOffered(BEN, ONLINE, later, BEFORE))
                .and();

        offered.when(new Book(ANNA, ONLINE, false)).replies(new LiveClassReply.Queued(ONLINE, 2));
        offered.when(new AcceptOffer(BEN)).then(new OfferAccepted(BEN, ONLINE, true, BEFORE));
        offered.at(later)
                .whenTimePasses()
                .then(
                        new OfferLapsed(BEN, ONLINE, later),
                        new PlaceOffered(CLEO, ONLINE, later.plus(Duration.ofMinutes(15)), later));
        offered.at(later).when(new AcceptOffer(BEN)).refuses(LiveClassRefusal.NoOffer.class);
    }

    @Test
    void an_offer_near_the_start_is_shorter() {
        var near = START.minus(Duration.ofMinutes(6));
        open(1, 0)
                .given(
                        new PlaceBooked(ANNA, ONLINE, false, BEFORE),
                        new WaitingJoined(BEN, ONLINE, false, BEFORE),
                        new LobbyOpened(near))
                .at(near)
                .when(new CancelBooking(ANNA))
                .then(
                        new BookingCancelled(ANNA, ONLINE, near),
                        new PlaceOffered(BEN, ONLINE, near.plus(Duration.ofMinutes(3)), near));
    }

    @Test
    void switching_place_serves_the_other_waiting_list() {
        open(100, 1)
                .given(new PlaceBooked(ANNA, IN_ROOM, false, BEFORE), new WaitingJoined(BEN, IN_ROOM, false, BEFORE))
                .when(new SwitchPlace(ANNA, ONLINE))
                .then(
                        new PlaceSwitched(ANNA, IN_ROOM, ONLINE, BEFORE),
                        new PlaceOffered(BEN, IN_ROOM, BEFORE.plus(Duration.ofMinutes(15)), BEFORE));
    }

    @Test
    void more_capacity_serves_the_waiting_list_and_less_than_sold_is_refused() {
        var full = open(1, 0)
                .given(new PlaceBooked(ANNA, ONLINE, false, BEFORE), new WaitingJoined(BEN, ONLINE, false, BEFORE));

        assertThat(full.when(new Edit(details(2, 0))).events()).hasSize(2);
        full.when(new Edit(details(0, 1))).refuses(new LiveClassRefusal.CapacityBelowSold(ONLINE, 1));
        full.when(new Edit(at("2026-12-01T19:00", 1, 0))).refuses(new LiveClassRefusal.FixedBySoldPlaces("start"));
    }

    @Test
    void one_place_per_person_and_refusals_have_reasons() {
        var booked = open(1, 0).given(new PlaceBooked(ANNA, ONLINE, false, BEFORE));

        booked.when(new Book(ANNA, ONLINE, false)).refuses(new LiveClassRefusal.AlreadyBooked(ONLINE));
        booked.when(new Book(BEN, IN_ROOM, false)).refuses(new LiveClassRefusal.NoSuchPlace(IN_ROOM));
        booked.when(new CancelBooking(BEN)).refuses(LiveClassRefusal.NotBooked.class);
        spec().when(new Book(ANNA, ONLINE, false)).refuses(LiveClassRefusal.NoSuchClass.class);
        booked.given(new ClassCancelled("ill", BEFORE))
                .when(new Book(BEN, ONLINE, false))
                .refuses(new LiveClassRefusal.ClassIsOver(Phase.CANCELLED));
        assertThat(new LiveClassRefusal.ClassIsOver(Phase.CANCELLED).kind()).isEqualTo(Refusal.Kind.GONE);
    }

    @Test
    void the_phases_follow_each_other_and_starting_twice_is_refused() {
        var lobby = spec().when(new Draft(TRAINER, details(5, 5)))
                .and()
                .when(new Schedule())
                .and()
                .when(new OpenLobby())
                .and();
        lobby.when(new Close()).refuses(new LiveClassRefusal.WrongPhase("close the class", Phase.LOBBY));
        var live = lobby.when(new Begin()).then(new ClassBegun(BEFORE)).and();
        live.when(new Begin()).refuses(new LiveClassRefusal.WrongPhase("begin the class", Phase.LIVE));
        live.when(new Cancel("no")).refuses(LiveClassRefusal.WrongPhase.class);
        live.when(new Close()).then(new ClosingBegun(BEFORE));
    }

    @Test
    void a_start_in_the_past_or_on_no_clock_is_refused() {
        spec().given(scheduled(1, 0).getFirst())
                .at(START)
                .when(new Schedule())
                .refuses(new LiveClassRefusal.StartInPast(START));
        spec().when(new Draft(TRAINER, at("2027-03-28T02:30", 1, 0))).refuses(LiveClassRefusal.StartDoesNotExist.class);
        spec().when(new Draft(TRAINER, at("2026-10-25T02:30", 1, 0))).refuses(LiveClassRefusal.StartHappensTwice.class);
    }

    @Test
    void the_lobby_opens_by_itself_and_a_class_never_begun_is_cancelled() {
        var opening = START.minus(Duration.ofMinutes(15));
        var over = START.plus(Duration.ofMinutes(90));

        open(1, 0).at(opening.minusMillis(1)).whenTimePasses().thenNothing();
        open(1, 0).at(opening).whenTimePasses().then(new LobbyOpened(opening));
        open(1, 0)
                .at(over)
                .whenTimePasses()
                .then(new LobbyOpened(over), new ClassCancelled(Timekeeping.NEVER_BEGUN, over));
    }

    @Test
    void a_class_never_closed_ends_by_itself_and_takes_its_outcome_late_and_once() {
        var closing = START.plus(Duration.ofMinutes(90));
        var outcome = new MemberOutcome(ANNA, true, Duration.ofMinutes(50), 0.8, 12);
        var ended = open(2, 0)
                .given(
                        new PlaceBooked(ANNA, ONLINE, false, BEFORE),
                        new PlaceBooked(BEN, ONLINE, false, BEFORE),
                        new LobbyOpened(START),
                        new ClassBegun(START))
                .at(closing)
                .whenTimePasses()
                .then(new ClosingBegun(closing))
                .and()
                .after(Duration.ofMinutes(2))
                .whenTimePasses()
                .then(new ClassEnded(closing.plus(Duration.ofMinutes(2))))
                .and();

        var finished = ended.when(new FinishClass(List.of(outcome), report()));
        assertThat(finished.events()).singleElement().isInstanceOfSatisfying(ClassFinished.class, e -> {
            assertThat(e.attendances()).extracting(a -> a.outcome().joined()).containsExactly(true, false);
        });
        finished.and().when(new FinishClass(List.of(), report())).refuses(LiveClassRefusal.WrongPhase.class);
    }

    @Test
    void the_class_that_follows_may_be_chosen_and_dropped_while_this_one_is_live_and_nothing_else() {
        var next = new ClassId("next");
        var chained = details(2, 0).followedBy(next);
        var live = open(2, 0).given(new LobbyOpened(START), new ClassBegun(START));
        var edited = live.when(new Edit(chained));
        assertThat(edited.events()).singleElement().isInstanceOfSatisfying(ClassEdited.class, e -> {
            assertThat(e.details().following()).contains(next);
        });
        edited.leaves(state -> assertThat(state).isInstanceOf(LiveClass.Live.class))
                .and()
                .when(new Edit(details(2, 0)))
                .leaves(state -> assertThat(
                                ((LiveClass.Live) state).sheet().details().following())
                        .isEmpty());
        live.when(new Edit(details(3, 0).followedBy(next)))
                .refuses(new LiveClassRefusal.WrongPhase("edit anything but the next class", Phase.LIVE));
        live.given(new ClosingBegun(START))
                .when(new Edit(chained))
                .refuses(new LiveClassRefusal.WrongPhase("edit the class", Phase.CLOSING));
    }

    @Test
    void what_is_said_of_a_class_has_a_version_that_bookings_do_not_change() {
        var edit = new Edit(details(3, 0));
        var before = versionOf(open(2, 0), edit);
        assertThat(before).isPresent();
        var booked = open(2, 0).given(new PlaceBooked(ANNA, ONLINE, false, BEFORE));
        assertThat(versionOf(booked, edit)).isEqualTo(before);
        assertThat(versionOf(booked.when(edit).and(), edit)).isNotEqualTo(before);
        assertThat(versionOf(booked, new CancelBooking(ANNA))).isEmpty();
    }

    @Test
    void a_place_has_a_version_that_only_its_holder_changes() {
        var move = new SwitchPlace(BEN, IN_ROOM);
        var full = open(1, 1).given(new PlaceBooked(ANNA, ONLINE, false, BEFORE));
        assertThat(versionOf(full, move)).contains(new Version("NONE"));
        var waiting = full.given(
                new WaitingJoined(CLEO, ONLINE, false, BEFORE), new WaitingJoined(BEN, ONLINE, false, BEFORE));
        assertThat(versionOf(waiting, move)).contains(new Version("WAITING-ONLINE"));
        assertThat(versionOf(waiting.given(new WaitingLeft(CLEO, ONLINE, BEFORE)), move))
                .contains(new Version("WAITING-ONLINE"));
        assertThat(versionOf(waiting.when(move).and(), move)).contains(new Version("BOOKED-IN_ROOM"));
        assertThat(versionOf(full.given(new PlaceOffered(BEN, IN_ROOM, START, BEFORE)), move))
                .contains(new Version("OFFERED-IN_ROOM"));
    }

    private static Optional<Version> versionOf(
            DeciderSpec<LiveClassCommand, LiveClassEvent, LiveClass, LiveClassReply> spec, LiveClassCommand command) {
        return new LiveClassDecider().version(spec.state(), command);
    }
}
