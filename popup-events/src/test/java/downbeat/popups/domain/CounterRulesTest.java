package downbeat.popups.domain;

import static downbeat.popups.domain.Fixtures.*;
import static downbeat.popups.domain.kind.Standing.GUEST;
import static downbeat.popups.domain.kind.Standing.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.LifeRefusal.*;
import downbeat.popups.domain.PopUpCommand.*;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.SaleRefusal.*;
import downbeat.popups.domain.TicketRefusal.*;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.kind.Standing;
import downbeat.popups.domain.ticket.Hold;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.Validity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CounterRulesTest {
    private static final Instant RUNS_OUT = BEFORE.plus(Duration.ofMinutes(10));

    private static PlaceHold hold(ParticipantId who, int count) {
        return new PlaceHold(new HoldId("hold-of-" + who.value()), who, GUEST, STANDARD, count);
    }

    @Test
    void places_are_held_then_bought_at_the_price_that_was_told() {
        var held = openWith(5)
                .when(hold(ANNA, 2))
                .then(new HoldPlaced(Fixtures.hold(ANNA, 2), BEFORE))
                .replies(new PopUpReply.Held(new HoldId("hold-of-anna"), STANDARD, 2, Money.of(1800, "EUR"), RUNS_OUT))
                .and();
        var dearer = held.when(new Edit(details(5, kind(STANDARD, Category.PAID, 5, Money.of(2000, "EUR"), 4))))
                .and();
        dearer.when(new Confirm(new HoldId("hold-of-anna"), ANNA, false))
                .then(new TicketsSold(
                        new HoldId("hold-of-anna"),
                        ANNA,
                        STANDARD,
                        List.of(ticket(1), ticket(2)),
                        PRICE,
                        Settlement.DUE_AT_DOOR,
                        BEFORE))
                .replies(new PopUpReply.Sold(List.of(ticket(1), ticket(2))))
                .leaves(state -> assertThat(sheet(state).taken()).isEqualTo(new Taken(5, 2, 0, 0)));
    }

    @Test
    void a_hold_that_has_run_out_buys_nothing_and_its_places_can_be_had_at_once() {
        var held = openWith(1)
                .given(new HoldPlaced(Fixtures.hold(ANNA, 1), BEFORE))
                .at(RUNS_OUT);
        held.when(new Confirm(new HoldId("hold-of-anna"), ANNA, true)).refuses(new NoHold());
        assertThat(held.when(hold(BEN, 1)).events())
                .hasSize(2)
                .startsWith(new HoldLapsed(new HoldId("hold-of-anna"), RUNS_OUT));
        held.at(RUNS_OUT.minusMillis(1))
                .when(new Confirm(new HoldId("hold-of-anna"), ANNA, true))
                .replies(new PopUpReply.Sold(List.of(ticket(1))));
    }

    @Test
    void all_held_is_not_sold_out() {
        var held = openWith(2).given(sold(1, CLEO, 1)).given(new HoldPlaced(Fixtures.hold(ANNA, 1), BEFORE));
        held.when(hold(BEN, 1)).refuses(new AllHeld(STANDARD, RUNS_OUT, 0));
        var sold =
                held.when(new Confirm(new HoldId("hold-of-anna"), ANNA, true)).and();
        sold.when(hold(BEN, 1)).refuses(new SoldOut(STANDARD, 0));
        openWith(3).given(sold(1, CLEO, 2)).when(hold(BEN, 2)).refuses(new NotEnoughLeft(STANDARD, 1));
    }

    @Test
    void when_quota_and_capacity_are_both_held_the_later_one_says_when_to_try_again() {
        var members = new Hold(new HoldId("m"), DIA, MEMBERS, 1, PRICE, BEFORE.plusSeconds(60));
        spec().given(published(details(2, standard(1), members(2))))
                .given(new HoldPlaced(members, BEFORE), new HoldPlaced(Fixtures.hold(ANNA, 1), BEFORE))
                .when(hold(BEN, 1))
                .refuses(new AllHeld(STANDARD, RUNS_OUT, 0));
    }

    @Test
    void a_kind_is_limited_by_its_quota_and_by_the_capacity() {
        var open = spec().given(published(details(3, standard(2), members(3)))).given(sold(1, ANNA, 2));
        open.when(hold(BEN, 1)).refuses(new SoldOut(STANDARD, 0));
        var full = open.when(new PlaceHold(HOLD, BEN, MEMBER, MEMBERS, 1)).and();
        full.when(new PlaceHold(new HoldId("h-2"), CLEO, MEMBER, MEMBERS, 1))
                .refuses(new AllHeld(MEMBERS, RUNS_OUT, 0));
    }

    @Test
    void each_kind_is_for_some_and_so_many_for_one() {
        var all = spec().given(published(details(
                9,
                standard(9),
                members(9),
                kind(TRIAL, Category.TRIAL, 9, Money.of(100, "EUR"), 1),
                kind(STAFF, Category.STAFF, 9, Money.of(0, "EUR"), 1))));
        all.when(new PlaceHold(HOLD, ANNA, GUEST, MEMBERS, 1)).refuses(new NotForYou(MEMBERS, Category.MEMBER));
        all.when(new PlaceHold(HOLD, ANNA, MEMBER, TRIAL, 1)).refuses(new NotForYou(TRIAL, Category.TRIAL));
        all.when(new PlaceHold(HOLD, ANNA, MEMBER, STAFF, 1)).refuses(new NotForYou(STAFF, Category.STAFF));
        all.when(new PlaceHold(HOLD, ANNA, GUEST, HOLD_KIND, 1)).refuses(new NoSuchKind(HOLD_KIND));
        all.when(new PlaceHold(HOLD, ANNA, MEMBER, MEMBERS, 2)).refuses(new OverLimit(MEMBERS, 1));
        all.given(sold(1, ANNA, 3)).when(hold(ANNA, 2)).refuses(new OverLimit(STANDARD, 4));
        assertThat(all.when(new PlaceHold(HOLD, ANNA, Standing.STAFF, STAFF, 1)).events())
                .hasSize(1);
    }

    private static final downbeat.popups.domain.kind.KindId HOLD_KIND =
            new downbeat.popups.domain.kind.KindId("unheard-of");

    @Test
    void a_kind_is_on_sale_in_its_window_only() {
        var opens = BEFORE.plusSeconds(60);
        var closes = BEFORE.plusSeconds(120);
        var open = spec().given(published(details(10, onSale(new TimeWindow(opens, closes)))));
        open.when(hold(ANNA, 1)).refuses(new NotYetOnSale(STANDARD, opens));
        open.at(closes).when(hold(ANNA, 1)).refuses(new NoLongerOnSale(STANDARD, closes));
        assertThat(open.at(opens).when(hold(ANNA, 1)).events()).hasSize(1);
    }

    @Test
    void one_thing_at_a_time_is_under_way_for_one_person() {
        var held = openWith(1).given(new HoldPlaced(Fixtures.hold(ANNA, 1), BEFORE));
        held.when(hold(ANNA, 1)).refuses(new HoldIsOpen(new HoldId("hold-of-anna"), RUNS_OUT));
        held.when(new PlaceHold(new HoldId("hold-of-anna"), BEN, GUEST, STANDARD, 1))
                .refuses(new HoldIsTaken(new HoldId("hold-of-anna")));
        held.when(new Confirm(new HoldId("hold-of-anna"), BEN, true)).refuses(new NoHold());
        held.when(new ReleaseHold(new HoldId("hold-of-anna"), BEN)).refuses(new NoHold());
        var waiting = held.when(new JoinWaiting(BEN, GUEST, STANDARD)).and();
        waiting.when(hold(BEN, 1)).refuses(new AlreadyWaiting(STANDARD, 1));
        var offered =
                waiting.when(new ReleaseHold(new HoldId("hold-of-anna"), ANNA)).and();
        offered.when(hold(BEN, 1)).refuses(new OfferIsOpen(STANDARD, BEFORE.plus(Duration.ofMinutes(15))));
    }

    @Test
    void a_place_that_comes_back_is_offered_once_to_the_first_and_passes_on_when_the_offer_lapses() {
        var later = BEFORE.plus(Duration.ofMinutes(15));
        var offered = openWith(1)
                .given(sold(1, ANNA, 1))
                .given(new WaitingJoined(BEN, STANDARD, BEFORE), new WaitingJoined(CLEO, STANDARD, BEFORE))
                .when(new CancelTicket(ticket(1), ANNA))
                .then(
                        new TicketCancelled(ticket(1), false, PRICE, BEFORE),
                        new PlaceOffered(BEN, STANDARD, later, BEFORE))
                .and();
        offered.when(hold(DIA, 1)).refuses(new AllHeld(STANDARD, later, 1));
        offered.when(new AcceptOffer(CLEO, true)).refuses(new NoOffer());
        offered.when(new AcceptOffer(BEN, true))
                .then(new OfferAccepted(BEN, STANDARD, ticket(2), PRICE, Settlement.PAID, BEFORE))
                .replies(new PopUpReply.Sold(List.of(ticket(2))));
        offered.when(new DeclineOffer(BEN))
                .then(new OfferDeclined(BEN, STANDARD, BEFORE), new PlaceOffered(CLEO, STANDARD, later, BEFORE));
        offered.at(later)
                .whenTimePasses()
                .then(
                        new OfferLapsed(BEN, STANDARD, later),
                        new PlaceOffered(CLEO, STANDARD, later.plus(Duration.ofMinutes(15)), later));
        offered.at(later).when(new AcceptOffer(BEN, true)).refuses(new NoOffer());
    }

    @Test
    void an_offer_near_the_start_is_shorter_and_never_shorter_than_a_minute() {
        var near = START.minus(Duration.ofMinutes(6));
        var full = openWith(1)
                .given(sold(1, ANNA, 1))
                .given(new WaitingJoined(BEN, STANDARD, BEFORE), new DoorsOpened(DOORS));
        assertThat(full.at(near).when(new CancelTicket(ticket(1), ANNA)).events())
                .endsWith(new PlaceOffered(BEN, STANDARD, near.plus(Duration.ofMinutes(3)), near));
        assertThat(full.at(START).when(new CancelTicket(ticket(1), ANNA)).events())
                .endsWith(new PlaceOffered(BEN, STANDARD, START.plus(Duration.ofMinutes(1)), START));
    }

    @Test
    void more_capacity_serves_the_queue_and_one_whose_kind_is_full_lets_others_go_before() {
        var full = spec().given(published(details(2, standard(1), members(2))))
                .given(sold(1, ANNA, 1))
                .given(
                        new HoldPlaced(new Hold(HOLD, DIA, MEMBERS, 1, PRICE, RUNS_OUT), BEFORE),
                        new WaitingJoined(BEN, STANDARD, BEFORE),
                        new WaitingJoined(CLEO, MEMBERS, BEFORE));
        var until = RUNS_OUT.plus(Duration.ofMinutes(15));
        full.at(RUNS_OUT)
                .whenTimePasses()
                .then(new HoldLapsed(HOLD, RUNS_OUT), new PlaceOffered(CLEO, MEMBERS, until, RUNS_OUT));
        full.when(new Edit(details(4, standard(2), members(2))))
                .leaves(state -> assertThat(sheet(state).desk().offers())
                        .extracting(offer -> offer.who())
                        .containsExactly(BEN, CLEO));
    }

    @Test
    void a_room_place_given_up_for_the_class_online_goes_to_those_who_wait_for_the_room() {
        var full = openWith(1).given(sold(1, ANNA, 1)).given(new WaitingJoined(BEN, STANDARD, BEFORE));
        full.when(new LeaveRoom(ticket(1), ANNA))
                .then(
                        new PlaceReleased(ticket(1), ANNA, BEFORE),
                        new PlaceOffered(BEN, STANDARD, BEFORE.plus(Duration.ofMinutes(15)), BEFORE))
                .replies(new PopUpReply.Released())
                .and()
                .when(new LeaveRoom(ticket(1), ANNA))
                .refuses(new TicketIsVoid(Validity.RELEASED));
    }

    @Test
    void the_queue_is_for_what_cannot_be_had_and_can_be_left() {
        openWith(2).when(new JoinWaiting(ANNA, GUEST, STANDARD)).refuses(new PlacesAreFree(STANDARD, 2));
        var queue = openWith(1)
                .given(sold(1, ANNA, 1))
                .given(new WaitingJoined(BEN, STANDARD, BEFORE))
                .when(new JoinWaiting(CLEO, GUEST, STANDARD))
                .then(new WaitingJoined(CLEO, STANDARD, BEFORE))
                .replies(new PopUpReply.Queued(STANDARD, 2))
                .and();
        queue.when(new LeaveWaiting(BEN)).then(new WaitingLeft(BEN, STANDARD, BEFORE));
        queue.when(new LeaveWaiting(DIA)).refuses(new NotWaiting());
        queue.when(new DeclineOffer(BEN)).refuses(new NoOffer());
    }

    @Test
    void when_it_is_cancelled_nobody_waits_any_more() {
        openWith(2)
                .given(sold(1, ANNA, 1))
                .given(new HoldPlaced(Fixtures.hold(BEN, 1), BEFORE), new WaitingJoined(CLEO, STANDARD, BEFORE))
                .when(new Cancel("rain"))
                .leaves(state -> assertThat(sheet(state).desk().holds()).isEmpty())
                .leaves(state -> assertThat(sheet(state).desk().waiting()).isEmpty())
                .leaves(state -> assertThat(new PopUpDecider().deadline(state)).isEmpty())
                .and()
                .when(hold(DIA, 1))
                .refuses(new PopUpIsOver(Phase.CANCELLED));
    }

    @Test
    void two_thousand_ask_for_a_hundred_places_and_exactly_a_hundred_are_sold() {
        var decider = new PopUpDecider();
        PopUp state = openWith(100).state();
        int refused = 0;
        for (int guest = 0; guest < 2_000; guest++) {
            var who = new ParticipantId("g-" + guest);
            for (var command : List.of(hold(who, 1), new Confirm(new HoldId("hold-of-" + who.value()), who, true))) {
                var decision = decider.decide(state, command, BEFORE);
                if (decision instanceof downbeat.kernel.Decision.Accept<PopUpEvent, PopUpReply>(var events, var r)) {
                    for (var event : events) {
                        state = decider.evolve(state, event);
                    }
                } else if (command instanceof PlaceHold) {
                    refused++;
                }
            }
        }
        assertThat(sheet(state).taken()).isEqualTo(new Taken(100, 100, 0, 0));
        assertThat(refused).isEqualTo(1_900);
    }
}
