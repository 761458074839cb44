package downbeat.popups.domain;

import static downbeat.popups.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.ClassId;
import downbeat.kernel.Refusal;
import downbeat.kernel.TimeWindow;
import downbeat.kernel.Version;
import downbeat.popups.domain.LifeRefusal.*;
import downbeat.popups.domain.PopUpCommand.*;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.place.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifeRulesTest {
    private static final PopUpDetails DETAILS = details(10, standard(10));

    private static PopUpDetails startingAt(String local) {
        return details(DETAILS.title(), DETAILS.place(), at(local), 10, standard(10));
    }

    @Test
    void a_pop_up_goes_from_draft_to_close_and_never_back() {
        var published = spec().when(new Draft(ORGANIZER, DETAILS))
                .then(new PopUpDrafted(ORGANIZER, DETAILS, new TimeWindow(START, END), BEFORE))
                .replies(new PopUpReply.Done(Phase.DRAFT, 0, 1))
                .and()
                .when(new Publish())
                .then(new PopUpPublished(BEFORE))
                .and();
        published.when(new Draft(ORGANIZER, DETAILS)).refuses(new AlreadyDrafted());
        published.when(new Publish()).refuses(new WrongPhase("publish the pop-up", Phase.PUBLISHED));
        published.when(new Close()).refuses(new WrongPhase("close the pop-up", Phase.PUBLISHED));
        var open = published.when(new OpenDoors()).then(new DoorsOpened(BEFORE)).and();
        open.when(new OpenDoors()).refuses(new WrongPhase("open the doors", Phase.DOORS_OPEN));
        var closed = open.when(new Close()).then(new PopUpClosed(BEFORE)).and();
        closed.when(new Cancel("rain")).refuses(new PopUpIsOver(Phase.CLOSED));
        assertThat(new PopUpIsOver(Phase.CLOSED).kind()).isEqualTo(Refusal.Kind.GONE);
    }

    @Test
    void the_doors_open_by_themselves_and_close_half_an_hour_after_the_end() {
        var over = END.plus(Duration.ofMinutes(30));
        openWith(1).at(DOORS.minusMillis(1)).whenTimePasses().thenNothing();
        openWith(1).at(DOORS).whenTimePasses().then(new DoorsOpened(DOORS));
        openWith(1).at(over).whenTimePasses().then(new DoorsOpened(over), new PopUpClosed(over));
        assertThat(new PopUpDecider().deadline(openWith(1).state())).contains(DOORS);
    }

    @Test
    void nobody_but_its_organizer_hears_of_a_draft() {
        var draft = spec().given(published(DETAILS).getFirst());
        draft.when(new JoinWaiting(ANNA, downbeat.popups.domain.kind.Standing.GUEST, STANDARD))
                .refuses(new NoSuchPopUp());
        draft.when(new UploadScans(List.of(OfflineRulesTest.entry("n", 1, MAIN, START))))
                .refuses(new NoSuchPopUp());
        spec().when(new Publish()).refuses(new NoSuchPopUp());
    }

    @Test
    void a_pop_up_that_moves_stays_the_same_one_with_a_higher_sequence() {
        var elsewhere = details(DETAILS.title(), place("Turnhalle"), at("2026-12-02T18:00"), 10, standard(10));
        var after = new TimeWindow(START.plus(Duration.ofDays(1)), END.plus(Duration.ofDays(1)));
        var moved = openWith(10)
                .given(sold(1, ANNA, 1))
                .when(new Edit(elsewhere))
                .then(
                        new PopUpEdited(elsewhere, after, BEFORE),
                        new PopUpMoved(
                                DETAILS.place(), elsewhere.place(), new TimeWindow(START, END), after, 1, BEFORE))
                .replies(new PopUpReply.Done(Phase.PUBLISHED, 1, 3))
                .leaves(state -> assertThat(sheet(state).roll().sold()).isEqualTo(1))
                .and();
        moved.when(new Cancel("flood"))
                .then(new PopUpCancelled("flood", 2, BEFORE))
                .replies(new PopUpReply.Done(Phase.CANCELLED, 2, 4));
        moved.at(START).whenTimePasses().thenNothing();
    }

    @Test
    void other_words_for_it_and_moves_of_a_draft_raise_no_sequence() {
        var renamed = details("Ride", DETAILS.place(), DETAILS.timing(), 10, standard(10));
        assertThat(openWith(10).when(new Edit(renamed)).events())
                .containsExactly(new PopUpEdited(renamed, new TimeWindow(START, END), BEFORE));
        openWith(10).when(new Edit(DETAILS)).thenNothing();
        assertThat(spec().given(published(DETAILS).getFirst())
                        .when(new Edit(startingAt("2026-12-05T18:00")))
                        .events())
                .hasSize(1);
    }

    @Test
    void nothing_is_moved_to_the_past_nor_published_there() {
        openWith(10)
                .when(new Edit(startingAt("2026-11-20T09:59")))
                .refuses(new StartInPast(Instant.parse("2026-11-20T08:59:00Z")));
        spec().given(published(DETAILS).getFirst())
                .at(START)
                .when(new Publish())
                .refuses(new StartInPast(START));
        var shorter = details(
                DETAILS.title(),
                DETAILS.place(),
                new Timing(DETAILS.timing().start(), Duration.ofMinutes(15), Duration.ofMinutes(30)),
                10,
                standard(10));
        doorsOpenWith(10)
                .after(Duration.ofMinutes(20))
                .when(new Edit(shorter))
                .refuses(new EndInPast(START.plus(Duration.ofMinutes(15))));
    }

    @Test
    void with_open_doors_it_stays_where_it_is_but_may_go_on_for_longer() {
        doorsOpenWith(10).when(new Edit(startingAt("2026-12-01T19:00"))).refuses(new StartFixedByOpenDoors());
        var longer = details(
                DETAILS.title(),
                DETAILS.place(),
                new Timing(DETAILS.timing().start(), Duration.ofHours(3), Duration.ofMinutes(30)),
                10,
                standard(10));
        assertThat(doorsOpenWith(10).when(new Edit(longer)).events()).hasSize(2);
    }

    @Test
    void the_linked_class_stays_once_somebody_has_come_in() {
        var ride = roomOf(new ClassId("c-ride"), DETAILS);
        var row = roomOf(new ClassId("c-row"), DETAILS);
        var open = doorsOpenWith(10).given(new PopUpEdited(ride, new TimeWindow(START, END), BEFORE));
        assertThat(open.when(new Edit(row)).events()).as("nobody is inside yet").hasSize(1);
        var inside = open.given(sold(1, ANNA, 1))
                .when(DoorRulesTest.entry("n", 1, MAIN))
                .and();
        inside.when(new Edit(row)).refuses(new LinkFixedByGuests());
        inside.when(new Edit(DETAILS)).refuses(new LinkFixedByGuests());
        var left = inside.when(DoorRulesTest.exit("out", 1, MAIN)).and();
        left.when(new Edit(row)).refuses(new LinkFixedByGuests());
        var renamed = roomOf(
                new ClassId("c-ride"), details("Another title", DETAILS.place(), DETAILS.timing(), 10, standard(10)));
        assertThat(inside.when(new Edit(renamed)).events()).hasSize(1);
    }

    @Test
    void a_start_on_no_clock_or_two_is_refused_by_name() {
        var skipped = new StartDoesNotExist(
                LocalDateTime.parse("2027-03-28T02:30"),
                ZoneId.of("Europe/Berlin"),
                LocalDateTime.parse("2027-03-28T03:00"));
        spec().when(new Draft(ORGANIZER, startingAt("2027-03-28T02:30"))).refuses(skipped);
        assertThat(skipped.field()).contains("start");
        openWith(10)
                .when(new Edit(startingAt("2027-10-31T02:30")))
                .refuses(new StartHappensTwice(
                        LocalDateTime.parse("2027-10-31T02:30"),
                        ZoneId.of("Europe/Berlin"),
                        ZoneOffset.ofHours(2),
                        ZoneOffset.ofHours(1)));
    }

    @Test
    void capacity_and_quota_are_never_lowered_below_what_is_taken() {
        var open = openWith(10).given(sold(1, ANNA, 2)).given(new HoldPlaced(hold(BEN, 1), BEFORE));
        var refusal = new QuotaBelowSold(STANDARD, 0, 3);
        open.when(new Edit(details(2, standard(2)))).refuses(new CapacityBelowSold(3));
        open.when(new Edit(details(10, standard(2)))).refuses(refusal);
        assertThat(refusal.field()).contains("kinds[0].quota");
        open.when(new Edit(details(3, standard(3))))
                .leaves(state -> assertThat(sheet(state).taken().left()).isZero());
    }

    @Test
    void a_kind_that_is_taken_stays_for_whom_it_is() {
        var open = spec().given(published(details(5, standard(5), members(5)))).given(sold(1, ANNA, 1));
        open.when(new Edit(details(5, members(5)))).refuses(new KindIsTaken(STANDARD));
        open.when(new Edit(details(5, kind(STANDARD, Category.MEMBER, 5, PRICE, 4))))
                .refuses(new KindIsTaken(STANDARD));
        assertThat(open.when(new Edit(details(5, standard(5)))).events())
                .as("nobody has a ticket for members")
                .hasSize(1);
    }

    @Test
    void an_edit_has_a_version_that_guests_do_not_change() {
        var decider = new PopUpDecider();
        var edit = new Edit(DETAILS);
        assertThat(decider.version(openWith(1).state(), edit)).contains(new Version("2"));
        assertThat(decider.version(openWith(1).given(sold(1, ANNA, 1)).state(), edit))
                .contains(new Version("2"));
        assertThat(decider.version(openWith(1).state(), new Publish())).isEmpty();
    }
}
