package downbeat.drops.domain;

import static downbeat.drops.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.drops.domain.ChoiceRefusal.*;
import downbeat.drops.domain.ClaimRefusal.*;
import downbeat.drops.domain.CrowdRefusal.*;
import downbeat.drops.domain.DropCommand.*;
import downbeat.drops.domain.DropEvent.*;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.Paying;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.claim.Waiting;
import downbeat.drops.domain.crowd.Seed;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The waiting room before the rush, and the waiting list after it. */
class QueueRulesTest {
    private static final java.time.Instant OFFER_END = OPENED.plus(Duration.ofMinutes(15));

    private static ParticipantId member(int number) {
        return new ParticipantId("m-" + number);
    }

    @Test
    void d10_five_thousand_wait_and_are_drawn_in_an_order_that_everybody_can_draw_again() {
        var drop = announced(Capsule.of(5).waitingRoom(100));
        var members = new ArrayList<ParticipantId>();
        var entered = new ArrayList<DropEvent>();
        for (int number = 0; number < 5_000; number++) {
            members.add(member(number));
            entered.add(new LineEntered(member(number), BEFORE));
        }
        var open = drop.given(entered).given(new DropOpened(List.of(), OPENED)).at(OPENED);
        members.sort(Comparator.comparing(SEED::lot));
        var line = sheet(open.state()).line();
        for (int place = 0; place < members.size(); place++) {
            assertThat(line.of(members.get(place)).orElseThrow().position()).isEqualTo(place);
        }
        assertThat(members).as("not as they came").isNotEqualTo(entered);
        assertThat(new Seed("f".repeat(64)).commitment()).isNotEqualTo(SEED.commitment());
        assertThat(SEED.commitment()).matches("[0-9a-f]{64}").isNotEqualTo(SEED.text());

        open.when(admitted(members.get(0), kits(1))).then(claimed(1, members.get(0), kits(1)));
        var turn = OPENED.plusMillis(250 * 10);
        // As with an admission of before a clock that stepped back.
        open.when(admitted(members.get(250), kits(1))).refuses(new NotYourTurn(251, turn));
        assertThat(open.at(turn).when(admitted(members.get(250), kits(1))).events())
                .hasSize(1);
    }

    @Test
    void d10_coming_again_and_again_gains_nothing() {
        var drop = announced(Capsule.of(5).waitingRoom(10));
        var once = drop.when(new EnterLine(ANNA))
                .then(new LineEntered(ANNA, BEFORE))
                .replies(new DropReply.InLine(1, 1, Optional.empty()))
                .and()
                .when(new EnterLine(BEN))
                .replies(new DropReply.InLine(2, 2, Optional.empty()))
                .and();
        for (int flood = 0; flood < 100; flood++) {
            once.when(new EnterLine(BEN)).then().replies(new DropReply.InLine(2, 2, Optional.empty()));
        }
    }

    @Test
    void who_comes_after_the_draw_stands_behind_first_come_first() {
        var open = announced(Capsule.of(5).waitingRoom(1))
                .given(new LineEntered(ANNA, BEFORE), new LineEntered(BEN, BEFORE))
                .given(new DropOpened(List.of(), OPENED))
                .at(OPENED);
        open.when(claim(CLEO, kits(1))).refuses(new NotInLine());
        var later = open.when(new EnterLine(CLEO))
                .replies(new DropReply.InLine(3, 3, Optional.of(OPENED.plusSeconds(2))))
                .and()
                .after(Duration.ofMinutes(1));
        later.when(new EnterLine(DIA))
                .replies(new DropReply.InLine(4, 4, Optional.of(OPENED.plusSeconds(60))))
                .and()
                .when(admitted(DIA, kits(1)))
                .then(new BundleClaimed(id(1), DIA, kits(1), FREE, Settlement.NOTHING_DUE, OPENED.plusSeconds(60)));
    }

    @Test
    void who_does_not_show_that_they_were_let_in_is_refused_when_their_turn_has_come_too() {
        var open = announced(Capsule.of(1).waitingRoom(1))
                .given(new LineEntered(ANNA, BEFORE), new LineEntered(BEN, BEFORE))
                .given(new DropOpened(List.of(), OPENED))
                .at(OPENED.plusSeconds(60));
        open.when(claim(ANNA, kits(1))).refuses(new NotAdmitted());
        open.when(admitted(CLEO, kits(1))).refuses(new NotInLine());
        var sold = open.when(admitted(ANNA, kits(1))).and();
        sold.when(claim(BEN, kits(1))).refuses(new NotAdmitted());
        sold.when(admitted(BEN, kits(1))).refuses(new SoldOut(KIT, POOL));
    }

    @Test
    void without_a_waiting_room_there_is_none_to_enter() {
        openDropWith(1).when(new EnterLine(ANNA)).refuses(new NoWaitingRoom());
        var taken = announced(Capsule.of(1).waitingRoom(5))
                .when(new EnterLine(ANNA))
                .and()
                .when(new Edit(Capsule.of(1).details()))
                .and()
                .when(new Open(List.of()))
                .and();
        var spot = sheet(taken.state()).line().of(ANNA).orElseThrow();
        assertThat(downbeat.drops.domain.crowd.Line.turn(spot, OPENED, 0))
                .as("it was taken away, and nobody waits in it")
                .isEqualTo(OPENED);
    }

    @Test
    void who_comes_too_late_waits_and_is_offered_what_is_given_back() {
        var waiting = openDropWith(1)
                .given(claimed(1, ANNA, kits(1)))
                .when(new JoinWaiting(BEN, kits(1), Paying.AT_PICKUP))
                .then(new WaitingJoined(new Waiting(BEN, kits(1), Paying.AT_PICKUP), OPENED))
                .replies(new DropReply.Queued(1))
                .and()
                .when(new JoinWaiting(CLEO, kits(1), Paying.AT_PICKUP))
                .replies(new DropReply.Queued(2))
                .and();
        waiting.when(new JoinWaiting(BEN, kits(1), Paying.AT_PICKUP)).refuses(new AlreadyWaiting());
        var offered = waiting.when(new GiveBack(ANNA, id(1)))
                .then(
                        new ClaimReleased(id(1), Cause.CANCELLED, FREE, OPENED),
                        new UnitsOffered(id(2), BEN, kits(1), FREE, OFFER_END, OPENED))
                .and();
        offered.when(claim(DIA, kits(1))).refuses(new AllHeld(KIT, POOL, OFFER_END));
        offered.when(new JoinWaiting(BEN, kits(1), Paying.AT_PICKUP)).refuses(new AlreadyWaiting());
        offered.when(new AcceptOffer(CLEO, Paying.AT_PICKUP)).refuses(new NoOffer());
        offered.when(new AcceptOffer(BEN, Paying.AT_PICKUP))
                .then(new OfferAccepted(id(2), Settlement.NOTHING_DUE, Optional.empty(), OPENED))
                .replies(new DropReply.Claimed(id(2), FREE, Settlement.NOTHING_DUE));
    }

    @Test
    void an_offer_that_is_declined_or_runs_out_passes_on() {
        var offered = openDropWith(1)
                .given(new UnitsOffered(id(1), ANNA, kits(1), FREE, OFFER_END, OPENED))
                .given(new WaitingJoined(new Waiting(BEN, kits(1), Paying.AT_PICKUP), OPENED));
        offered.when(new DeclineOffer(CLEO)).refuses(new NoOffer());
        offered.when(new DeclineOffer(ANNA))
                .then(
                        new ClaimReleased(id(1), Cause.OFFER_DECLINED, FREE, OPENED),
                        new UnitsOffered(id(2), BEN, kits(1), FREE, OFFER_END, OPENED))
                .replies(new DropReply.Released(Optional.empty()));
        var late = offered.at(OFFER_END);
        late.whenTimePasses()
                .then(
                        new ClaimReleased(id(1), Cause.OFFER_EXPIRED, FREE, OFFER_END),
                        new UnitsOffered(
                                id(2), BEN, kits(1), FREE, OFFER_END.plus(Duration.ofSeconds(450)), OFFER_END));
        late.when(new AcceptOffer(ANNA, Paying.AT_PICKUP)).refuses(new NoOffer());
    }

    @Test
    void an_offer_paid_online_is_held_once_more() {
        var offered =
                open(Capsule.of(1).priced()).given(new UnitsOffered(id(1), ANNA, kits(1), PRICE, OFFER_END, OPENED));
        offered.when(new AcceptOffer(ANNA, Paying.ONLINE))
                .then(new OfferAccepted(id(1), Settlement.DUE_ONLINE, Optional.of(HELD_UNTIL), OPENED))
                .replies(new DropReply.Held(id(1), PRICE, HELD_UNTIL))
                .and()
                .when(new Pay(id(1), PAYMENT))
                .then(new ClaimPaid(id(1), PAYMENT, OPENED));
        offered.when(new AcceptOffer(ANNA, Paying.AT_PICKUP))
                .leaves(state -> assertThat(claimOf(state, 1).settlement()).isEqualTo(Settlement.DUE_AT_PICKUP));
        open(Capsule.of(1).priced())
                .given(new UnitsOffered(id(1), ANNA, video(), PRICE, OFFER_END, OPENED))
                .when(new AcceptOffer(ANNA, Paying.AT_PICKUP))
                .refuses(new PaidOnlineOnly(VIDEO));
    }

    @Test
    void an_offer_whose_window_is_over_cannot_be_accepted() {
        announced(Capsule.of(1))
                .given(new DropOpened(List.of(), EARLY.end().minusSeconds(60)))
                .given(new UnitsOffered(id(1), ANNA, kits(1), FREE, EARLY.end().plusSeconds(60), EARLY.start()))
                .at(EARLY.end())
                .when(new AcceptOffer(ANNA, Paying.AT_PICKUP))
                .refuses(new WindowIsOver(POOL_EARLY, EARLY.end()));
    }

    @Test
    void nobody_waits_for_what_is_there_nor_past_their_limit() {
        openDropWith(1).when(new JoinWaiting(ANNA, kits(1), Paying.AT_PICKUP)).refuses(new UnitsAreLeft(1));
        var limited = open(Capsule.of(1).limit(1)).given(claimed(1, ANNA, kits(1)));
        limited.when(new JoinWaiting(ANNA, kits(1), Paying.AT_PICKUP)).refuses(new OverLimit(1));
        var waits =
                limited.when(new JoinWaiting(BEN, kits(1), Paying.AT_PICKUP)).and();
        waits.when(claim(BEN, kitsAtPark(1))).refuses(new OverLimit(1));
        waits.when(new LeaveWaiting(ANNA)).refuses(new NotWaiting());
        waits.when(new LeaveWaiting(BEN))
                .then(new WaitingLeft(BEN, OPENED))
                .replies(new DropReply.Released(Optional.empty()))
                .and()
                .when(claim(BEN, kitsAtPark(1)))
                .then(claimed(2, BEN, kitsAtPark(1)));
    }

    @Test
    void who_waits_for_what_is_not_there_lets_others_go_before() {
        openDropWith(2)
                .given(claimed(1, ANNA, kits(1)), claimed(2, DIA, kits(1)))
                .given(new WaitingJoined(new Waiting(BEN, kits(2), Paying.AT_PICKUP), OPENED))
                .given(new WaitingJoined(new Waiting(CLEO, kits(1), Paying.AT_PICKUP), OPENED))
                .when(new GiveBack(ANNA, id(1)))
                .then(
                        new ClaimReleased(id(1), Cause.CANCELLED, FREE, OPENED),
                        new UnitsOffered(id(3), CLEO, kits(1), FREE, OFFER_END, OPENED));
    }

    @Test
    void what_moves_away_leaves_units_for_those_who_wait_here() {
        openDropWith(1)
                .given(claimed(1, ANNA, kits(1)))
                .given(new WaitingJoined(new Waiting(BEN, kits(1), Paying.AT_PICKUP), OPENED))
                .when(new Rehome(ANNA, id(1), PARK, PARK_LATE))
                .then(
                        new ClaimRehomed(id(1), kitsAtPark(1), OPENED),
                        new UnitsOffered(id(2), BEN, kits(1), FREE, OFFER_END, OPENED));
    }

    @Test
    void an_offer_counts_against_the_limit_and_a_window() {
        var drop = open(Capsule.of(1).limit(1).windowsFor(1))
                .given(new UnitsOffered(id(1), ANNA, kits(1), FREE, OFFER_END, OPENED));
        drop.when(claim(ANNA, kitsAtPark(1))).refuses(new OverLimit(1));
        drop.when(claim(BEN, new Order(TEE, 1, POOL, Optional.of(POOL_EARLY)))).refuses(new WindowFull(POOL_EARLY));
        assertThat(status(drop.state(), 1)).isEqualTo(Status.OFFERED);
    }
}
