package downbeat.drops.domain;

import static downbeat.drops.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.drops.domain.ChoiceRefusal.*;
import downbeat.drops.domain.ClaimRefusal.*;
import downbeat.drops.domain.CounterRefusal.*;
import downbeat.drops.domain.CrowdRefusal.*;
import downbeat.drops.domain.DropCommand.*;
import downbeat.drops.domain.DropEvent.*;
import downbeat.drops.domain.bundle.BundleId;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Order;
import downbeat.drops.domain.claim.PaymentId;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.crowd.Audience;
import downbeat.drops.domain.point.PointId;
import downbeat.drops.domain.point.WindowId;
import downbeat.kernel.ParticipantId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who may have what, holds and payment, and where it is collected. */
class ClaimRulesTest {

    @Test
    void d1_of_two_thousand_claims_on_twenty_units_exactly_twenty_are_confirmed() {
        var drop = openDropWith(20);
        int confirmed = 0;
        for (int member = 0; member < 2_000; member++) {
            var step = drop.when(claim(new ParticipantId("m-" + member), kits(1)));
            if (step.events().isEmpty()) {
                step.refuses(new SoldOut(KIT, POOL));
            } else {
                confirmed++;
            }
            drop = step.and();
            var tally = sheet(drop.state()).stocks().tally(POOL, SHIRT);
            assertThat(tally.taken() + shirtsLeft(drop.state())).isEqualTo(20);
        }
        assertThat(confirmed).isEqualTo(20);
    }

    @Test
    void d4_when_all_are_held_the_unit_can_be_claimed_as_the_deadline_passes_and_the_late_payer_is_refused() {
        var held = open(Capsule.of(1).priced()).given(held(1, ANNA, kits(1)));
        held.when(claim(BEN, kits(1))).refuses(new AllHeld(KIT, POOL, HELD_UNTIL));
        var late = held.at(HELD_UNTIL);
        late.when(claim(BEN, kits(1)))
                .then(
                        new ClaimReleased(id(1), Cause.HOLD_EXPIRED, FREE, HELD_UNTIL),
                        new BundleClaimed(id(2), BEN, kits(1), PRICE, Settlement.DUE_AT_PICKUP, HELD_UNTIL))
                .and()
                .when(new Pay(id(1), PAYMENT))
                .refuses(new HoldIsOver(HELD_UNTIL));
    }

    @Test
    void a_clock_that_steps_during_a_hold_makes_no_second_unit_and_gives_none_back() {
        var held = open(Capsule.of(1).priced()).given(held(1, ANNA, kits(1)));
        var back = held.at(OPENED.minusSeconds(3_600));
        back.when(claim(BEN, kits(1))).refuses(new AllHeld(KIT, POOL, HELD_UNTIL));
        var ahead =
                held.at(HELD_UNTIL.plusSeconds(60)).when(claim(BEN, kits(1))).and();
        var again = ahead.at(OPENED);
        again.when(new Pay(id(1), PAYMENT)).refuses(new HoldIsOver(HELD_UNTIL.plusSeconds(60)));
        again.when(claim(CLEO, kits(1))).refuses(new SoldOut(KIT, POOL));
        var paid = back.when(new Pay(id(1), PAYMENT)).and();
        paid.at(HELD_UNTIL.plusSeconds(60)).when(claim(BEN, kits(1))).refuses(new SoldOut(KIT, POOL));
    }

    @Test
    void d5_of_two_bundle_kinds_that_share_the_last_component_one_succeeds() {
        var drop = open(Capsule.of(1).bottles(5));
        drop.when(claim(ANNA, kits(1))).and().when(claim(BEN, shirts(1))).refuses(new SoldOut(TEE, POOL));
        drop.when(claim(BEN, shirts(1))).and().when(claim(ANNA, kits(1))).refuses(new SoldOut(KIT, POOL));
    }

    @Test
    void d6_with_a_limit_of_one_the_second_device_is_refused_and_after_giving_back_the_member_may_claim_again() {
        var once = open(Capsule.of(5).limit(1)).when(claim(ANNA, kits(1))).and();
        var twice = once.when(claim(ANNA, shirts(1))).refuses(new OverLimit(1)).and();
        twice.when(new GiveBack(ANNA, id(1)))
                .then(new ClaimReleased(id(1), Cause.CANCELLED, FREE, OPENED))
                .replies(new DropReply.Released(Optional.empty()))
                .and()
                .when(claim(ANNA, shirts(1)))
                .then(claimed(2, ANNA, shirts(1)));
    }

    @Test
    void d7_who_did_not_come_is_refused_with_the_reason() {
        var drop = open(
                Capsule.of(5).forThose(50, 0, Audience.EVERYBODY, Duration.ZERO),
                rode(ANNA, 60, false),
                rode(BEN, 0, false));
        drop.when(claim(ANNA, kits(1))).then(claimed(1, ANNA, kits(1)));
        drop.when(claim(BEN, kits(1))).refuses(new DidNotTakePart());
        drop.when(claim(CLEO, kits(1))).refuses(new DidNotTakePart());
    }

    @Test
    void share_or_repetitions_are_enough() {
        var drop = open(
                Capsule.of(5).forThose(80, 100, Audience.EVERYBODY, Duration.ZERO),
                rode(ANNA, 79, false),
                new Attendee(BEN, 10, 100, false, false));
        drop.when(claim(ANNA, kits(1))).refuses(new TookTooLittlePart(79, 80, 0, 100));
        drop.when(claim(BEN, kits(1))).then(claimed(1, BEN, kits(1)));
    }

    @Test
    void a_drop_can_be_for_some_of_those_who_took_part() {
        var trial = new Attendee(CLEO, 100, 0, false, true);
        for (var audience : Audience.values()) {
            var drop = open(
                    Capsule.of(5).forThose(0, 0, audience, Duration.ZERO),
                    rode(ANNA, 100, true),
                    rode(BEN, 100, false),
                    trial);
            may(drop.when(claim(ANNA, kits(1))), audience, audience != Audience.ONLINE && audience != Audience.TRIALS);
            may(drop.when(claim(BEN, kits(1))), audience, audience != Audience.IN_ROOM && audience != Audience.TRIALS);
            may(
                    drop.when(claim(CLEO, kits(1))),
                    audience,
                    audience != Audience.IN_ROOM && audience != Audience.MEMBERS);
        }
    }

    private static void may(
            downbeat.kernel.spec.DeciderSpec<DropCommand, DropEvent, Drop, DropReply>.Step step,
            Audience audience,
            boolean allowed) {
        if (allowed) {
            assertThat(step.events()).hasSize(1);
        } else {
            step.refuses(new ForOthers(audience));
        }
    }

    @Test
    void those_in_the_room_have_a_head_start() {
        var start = Duration.ofMinutes(2);
        var drop = open(
                Capsule.of(5).forThose(0, 0, Audience.EVERYBODY, start), rode(ANNA, 90, true), rode(BEN, 90, false));
        drop.when(claim(ANNA, kits(1))).then(claimed(1, ANNA, kits(1)));
        drop.when(claim(BEN, kits(1))).refuses(new NotYet(OPENED.plus(start)));
        assertThat(drop.after(start).when(claim(BEN, kits(1))).events()).hasSize(1);
    }

    @Test
    void an_order_names_what_there_is() {
        var drop = openDropWith(5);
        var none = new BundleId("hat");
        drop.when(claim(ANNA, new Order(none, 1, POOL, Optional.of(POOL_EARLY))))
                .refuses(new NoSuchBundle(none));
        var lake = new PointId("lake");
        drop.when(claim(ANNA, new Order(KIT, 1, lake, Optional.of(POOL_EARLY)))).refuses(new NoSuchPoint(lake));
        drop.when(claim(ANNA, new Order(KIT, 1, POOL, Optional.empty())))
                .refuses(new NoSuchWindow(POOL, Optional.empty()));
        drop.when(claim(ANNA, new Order(KIT, 1, POOL, Optional.of(PARK_LATE))))
                .refuses(new NoSuchWindow(POOL, Optional.of(PARK_LATE)));
        drop.when(claim(ANNA, new Order(KIT, 1, PointId.ONLINE, Optional.empty())))
                .refuses(new CollectedAtPoint(KIT));
        drop.when(claim(ANNA, new Order(VIDEO, 1, POOL, Optional.of(POOL_EARLY))))
                .refuses(new FetchedOnline(VIDEO));
        drop.when(claim(ANNA, kits(5))).refuses(new OverLimit(4));
    }

    @Test
    void a_window_takes_as_many_claims_as_it_can_serve_and_none_when_it_is_over() {
        var drop = open(Capsule.of(5).windowsFor(1)).given(claimed(1, ANNA, kits(2)));
        drop.when(claim(BEN, kits(1))).refuses(new WindowFull(POOL_EARLY));
        var late = new Order(KIT, 1, POOL, Optional.of(POOL_LATE));
        drop.when(claim(BEN, late)).then(claimed(2, BEN, late));
        var early = announced(Capsule.of(5)).given(new DropOpened(java.util.List.of(), EARLY.end()));
        early.at(EARLY.end()).when(claim(BEN, kits(1))).refuses(new WindowIsOver(POOL_EARLY, EARLY.end()));
    }

    @Test
    void what_is_paid_online_is_held_until_it_is() {
        var held = open(Capsule.of(5).priced())
                .when(claimOnline(ANNA, kits(2)))
                .then(held(1, ANNA, kits(2)))
                .replies(new DropReply.Held(id(1), PRICE.times(2), HELD_UNTIL))
                .and();
        var paid = held.when(new Pay(id(1), PAYMENT))
                .then(new ClaimPaid(id(1), PAYMENT, OPENED))
                .replies(new DropReply.Claimed(id(1), PRICE.times(2), Settlement.PAID_ONLINE))
                .and();
        paid.when(new Pay(id(1), PAYMENT))
                .then()
                .replies(new DropReply.Claimed(id(1), PRICE.times(2), Settlement.PAID_ONLINE));
        paid.when(new Pay(id(1), new PaymentId("pay-2"))).refuses(new NotHeld(Status.CONFIRMED));
        paid.when(new Pay(id(2), PAYMENT)).refuses(new NoSuchClaim());
        held.when(new GiveBack(ANNA, id(1)))
                .and()
                .when(new Pay(id(1), PAYMENT))
                .refuses(new ClaimIsOver(Status.RELEASED, Optional.of(Cause.CANCELLED), OPENED));
    }

    @Test
    void what_is_paid_after_its_window_is_refused() {
        var short_ = open(Capsule.of(5).priced())
                .given(new ClaimHeld(id(1), ANNA, kits(1), PRICE, EARLY.end().plusSeconds(60), OPENED));
        short_.at(EARLY.end()).when(new Pay(id(1), PAYMENT)).refuses(new WindowIsOver(POOL_EARLY, EARLY.end()));
    }

    @Test
    void what_is_paid_at_the_counter_is_theirs_at_once() {
        open(Capsule.of(5).priced())
                .when(claim(ANNA, kits(1)))
                .then(due(1, ANNA, kits(1)))
                .replies(new DropReply.Claimed(id(1), PRICE, Settlement.DUE_AT_PICKUP));
        openDropWith(5)
                .when(claimOnline(ANNA, kits(1)))
                .replies(new DropReply.Claimed(id(1), FREE, Settlement.NOTHING_DUE));
    }

    @Test
    void a_claim_is_given_back_by_its_member_or_taken_back_by_the_trainer_once() {
        var drop = openDropWith(1).given(claimed(1, ANNA, kits(1)));
        drop.when(new GiveBack(BEN, id(1))).refuses(new NoSuchClaim());
        drop.when(new Withdraw(id(2))).refuses(new NoSuchClaim());
        var gone = drop.when(new Withdraw(id(1)))
                .then(new ClaimReleased(id(1), Cause.WITHDRAWN, FREE, OPENED))
                .leaves(state -> assertThat(shirtsLeft(state)).isEqualTo(1))
                .and();
        gone.when(new GiveBack(ANNA, id(1)))
                .refuses(new ClaimIsOver(Status.RELEASED, Optional.of(Cause.WITHDRAWN), OPENED));
    }

    @Test
    void a_claim_moves_to_where_there_is_something() {
        var drop = open(Capsule.of(2).windowsFor(1)).given(claimed(1, ANNA, kits(2)), ready(1));
        var moved = drop.when(new Rehome(ANNA, id(1), PARK, PARK_LATE))
                .then(new ClaimRehomed(id(1), kitsAtPark(2), OPENED))
                .replies(new DropReply.Claimed(id(1), FREE, Settlement.NOTHING_DUE))
                .leaves(state -> {
                    assertThat(status(state, 1)).as("packed anew").isEqualTo(Status.CONFIRMED);
                    assertThat(shirtsLeft(state)).isEqualTo(2);
                    assertThat(sheet(state).available(PARK, SHIRT)).isZero();
                })
                .and();
        moved.when(new Rehome(ANNA, id(1), PARK, PARK_LATE)).then();
        drop.when(new Rehome(ANNA, id(1), POOL, POOL_LATE))
                .replies(new DropReply.Claimed(id(1), FREE, Settlement.NOTHING_DUE));
        var full = drop.given(claimed(2, BEN, kitsAtPark(2)));
        full.when(new Rehome(ANNA, id(1), PARK, PARK_LATE)).refuses(new WindowFull(PARK_LATE));
        open(Capsule.of(2))
                .given(claimed(1, ANNA, kits(2)), claimed(2, BEN, kitsAtPark(2)))
                .when(new Rehome(ANNA, id(1), PARK, PARK_LATE))
                .refuses(new SoldOut(KIT, PARK));
        drop.when(new Rehome(BEN, id(1), PARK, PARK_LATE)).refuses(new NoSuchClaim());
        drop.when(new Rehome(ANNA, id(1), PARK, new WindowId("never")))
                .refuses(new NoSuchWindow(PARK, Optional.of(new WindowId("never"))));
    }

    @Test
    void what_is_held_gone_or_partly_collected_stays_where_it_is() {
        var held = open(Capsule.of(3).priced()).given(held(1, ANNA, kits(2)));
        var rehome = new Rehome(ANNA, id(1), PARK, PARK_LATE);
        held.when(rehome).refuses(new NotConfirmed(Status.HELD));
        held.when(new GiveBack(ANNA, id(1))).and().when(rehome).refuses(ClaimIsOver.class);
        openDropWith(3)
                .given(claimed(1, ANNA, kits(2)), ready(1))
                .when(handOver(1, 1, "n-1"))
                .and()
                .when(rehome)
                .refuses(new AlreadyHandedOver("Mia", OPENED));
    }

    @Test
    void a_download_is_paid_online_and_the_first_fetch_hands_it_over() {
        var priced = open(Capsule.of(3).priced());
        priced.when(claim(ANNA, video())).refuses(new PaidOnlineOnly(VIDEO));
        var drop = openDropWith(3).when(claim(ANNA, video())).and();
        drop.when(new Fetch(BEN, VIDEO)).refuses(new NothingToFetch());
        var fetched = drop.when(new Fetch(ANNA, VIDEO)).and();
        assertThat(status(fetched.state(), 1)).isEqualTo(Status.HANDED_OVER);
        var again = fetched.when(new Fetch(ANNA, VIDEO)).then();
        assertThat(again.reply()).isInstanceOf(DropReply.HandedOver.class);
        var second = fetched.when(claim(ANNA, video()))
                .and()
                .when(new Fetch(ANNA, VIDEO))
                .and();
        assertThat(status(second.state(), 2))
                .as("the one that was not fetched yet")
                .isEqualTo(Status.HANDED_OVER);
    }
}
