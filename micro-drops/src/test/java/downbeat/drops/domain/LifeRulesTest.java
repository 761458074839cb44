package downbeat.drops.domain;

import static downbeat.drops.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.drops.domain.ChoiceRefusal.*;
import downbeat.drops.domain.ClaimRefusal.*;
import downbeat.drops.domain.CrowdRefusal.*;
import downbeat.drops.domain.DropCommand.*;
import downbeat.drops.domain.DropEvent.*;
import downbeat.drops.domain.LifeRefusal.*;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Paying;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.claim.Waiting;
import downbeat.drops.domain.crowd.Attendee;
import downbeat.drops.domain.point.PointId;
import downbeat.kernel.Version;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From a draft to the close, and what is changed on the way. */
class LifeRulesTest {

    @Test
    void a_drop_is_composed_announced_opened_and_closes_by_itself() {
        spec().when(new Compose(TRAINER, Capsule.of(3).details()))
                .then(composed(Capsule.of(3)))
                .replies(new DropReply.Done(Phase.DRAFT, 1))
                .and()
                .when(new Announce(SEED))
                .then(new DropAnnounced(SEED, BEFORE))
                .replies(new DropReply.Done(Phase.ANNOUNCED, 2))
                .and()
                .at(OPENED)
                .when(new Open(List.of(rode(ANNA, 90, true))))
                .then(new DropOpened(List.of(rode(ANNA, 90, true)), OPENED))
                .replies(new DropReply.Done(Phase.OPEN, 3))
                .and()
                .at(CLOSES)
                .whenTimePasses()
                .then(new DropClosed(CLOSES))
                .leaves(state -> assertThat(state).isInstanceOf(Drop.Closed.class));
    }

    @Test
    void nothing_can_be_asked_of_what_is_not_there_and_a_draft_is_nobodys() {
        spec().when(new Announce(SEED)).refuses(new NoSuchDrop());
        var draft = spec().given(composed(Capsule.of(1)));
        draft.when(claim(ANNA, kits(1))).refuses(new NoSuchDrop());
        draft.when(new HandOver(POOL, id(1), 0, nonce("n"), "Mia", false)).refuses(new NoSuchDrop());
        draft.when(new Compose(TRAINER, Capsule.of(1).details())).refuses(new AlreadyComposed());
        draft.when(new Open(List.of())).refuses(new WrongPhase("open the drop", Phase.DRAFT));
    }

    @Test
    void an_announced_drop_takes_no_claims_yet_and_a_closed_one_none_any_more() {
        announced(Capsule.of(1)).when(claim(ANNA, kits(1))).refuses(new WrongPhase("claim", Phase.ANNOUNCED));
        var closed =
                openDropWith(1).when(new Close()).then(new DropClosed(OPENED)).and();
        closed.when(claim(ANNA, kits(1))).refuses(new DropIsOver(Phase.CLOSED));
        closed.when(new Edit(Capsule.of(2).details())).refuses(new DropIsOver(Phase.CLOSED));
        closed.when(new Close()).refuses(new DropIsOver(Phase.CLOSED));
    }

    @Test
    void what_is_said_of_a_drop_changes_until_it_opens() {
        var announced = announced(Capsule.of(1));
        announced
                .when(new Edit(Capsule.of(2).details()))
                .then(new DropEdited(Capsule.of(2).details(), BEFORE))
                .replies(new DropReply.Done(Phase.ANNOUNCED, 3));
        announced.when(new Edit(Capsule.of(1).details())).then().replies(new DropReply.Done(Phase.ANNOUNCED, 2));
        openDropWith(1).when(new Edit(Capsule.of(2).details())).refuses(new WrongPhase("edit the drop", Phase.OPEN));
        var decider = new DropDecider();
        assertThat(decider.version(announced.state(), new Edit(Capsule.of(1).details())))
                .contains(Version.of(2));
        assertThat(decider.version(announced.state(), new Close())).isEmpty();
    }

    @Test
    void claims_do_not_count_as_an_edition_but_as_a_version() {
        openDropWith(1).when(claim(ANNA, kits(1))).leaves(state -> {
            assertThat(sheet(state).edition()).isEqualTo(3);
            assertThat(sheet(state).version()).isEqualTo(4);
        });
    }

    @Test
    void a_cancelled_drop_gives_everything_back_and_owes_what_was_paid() {
        var cancelled = open(Capsule.of(4).priced())
                .given(held(1, ANNA, kits(1)), new ClaimPaid(id(1), PAYMENT, OPENED))
                .given(due(2, BEN, kits(1)), held(3, CLEO, kits(1)))
                .when(new Cancel("Storm"))
                .then(
                        new ClaimReleased(id(1), Cause.DROP_CANCELLED, PRICE, OPENED),
                        new ClaimReleased(id(2), Cause.DROP_CANCELLED, FREE, OPENED),
                        new ClaimReleased(id(3), Cause.DROP_CANCELLED, FREE, OPENED),
                        new DropCancelled("Storm", OPENED))
                .replies(new DropReply.Done(Phase.CANCELLED, 4))
                .and();
        cancelled.when(new Pay(id(3), PAYMENT)).refuses(ClaimIsOver.class);
        cancelled.when(new Cancel("Again")).refuses(new DropIsOver(Phase.CANCELLED));
        cancelled.when(new MovePoint(POOL, "x", Duration.ZERO)).refuses(new DropIsOver(Phase.CANCELLED));
        assertThat(new DropDecider().deadline(cancelled.state())).isEmpty();
    }

    @Test
    void nobody_is_offered_anything_after_the_close_but_who_is_about_to_pay_may() {
        var closed = open(Capsule.of(2).priced())
                .given(held(1, ANNA, kits(1)))
                .given(new UnitsOffered(id(2), BEN, kits(1), PRICE, HELD_UNTIL, OPENED))
                .given(new WaitingJoined(new Waiting(CLEO, kits(1), Paying.AT_PICKUP), OPENED))
                .when(new Close())
                .then(new ClaimReleased(id(2), Cause.OFFER_EXPIRED, FREE, OPENED), new DropClosed(OPENED))
                .leaves(state -> assertThat(sheet(state).waiting()).isEmpty())
                .and();
        closed.when(new Pay(id(1), PAYMENT)).then(new ClaimPaid(id(1), PAYMENT, OPENED));
    }

    @Test
    void stock_is_added_while_open_and_never_below_what_is_claimed() {
        var open = openDropWith(2).given(claimed(1, ANNA, kits(2)));
        open.when(new Restock(POOL, SHIRT, 1)).refuses(new StockBelowClaimed(POOL, SHIRT, 2));
        open.when(new Restock(POOL, SHIRT, 2)).then().replies(new DropReply.Done(Phase.OPEN, 3));
        open.when(new Restock(POOL, SHIRT, 5))
                .then(new ComponentRestocked(POOL, SHIRT, 5, OPENED))
                .leaves(state -> assertThat(shirtsLeft(state)).isEqualTo(3));
        open.when(new Restock(new PointId("yard"), SHIRT, 5)).refuses(new NoSuchPoint(new PointId("yard")));
        var cap = new downbeat.drops.domain.bundle.ComponentId("cap");
        open.when(new Restock(POOL, cap, 5)).refuses(new NoSuchComponent(cap));
    }

    @Test
    void what_is_added_goes_to_those_who_wait_first() {
        openDropWith(1)
                .given(claimed(1, ANNA, kits(1)))
                .given(new WaitingJoined(new Waiting(BEN, shirts(1), Paying.AT_PICKUP), OPENED))
                .when(new Restock(POOL, SHIRT, 2))
                .then(
                        new ComponentRestocked(POOL, SHIRT, 2, OPENED),
                        new UnitsOffered(id(2), BEN, shirts(1), FREE, OPENED.plus(Duration.ofMinutes(15)), OPENED));
    }

    @Test
    void the_class_may_say_something_else_later() {
        var open = open(
                Capsule.of(1).forThose(80, 0, downbeat.drops.domain.crowd.Audience.EVERYBODY, Duration.ZERO),
                rode(ANNA, 50, false));
        open.when(claim(ANNA, kits(1))).refuses(new TookTooLittlePart(50, 80, 0, 0));
        var more = new Attendee(ANNA, 85, 0, false, false);
        var noted = open.when(new NoteAttendance(more))
                .then(new AttendanceNoted(more, OPENED))
                .and();
        noted.when(claim(ANNA, kits(1))).then(claimed(1, ANNA, kits(1)));
        noted.when(new NoteAttendance(more)).then();
    }

    @Test
    void a_point_that_moves_takes_its_windows_and_claims_along() {
        var moved = openDropWith(1)
                .given(claimed(1, ANNA, kits(1)))
                .when(new MovePoint(POOL, "Yard", Duration.ofHours(1)))
                .and();
        assertThat(sheet(moved.state()).details().point(POOL).orElseThrow().name())
                .isEqualTo("Yard");
        var window = sheet(moved.state())
                .details()
                .point(POOL)
                .orElseThrow()
                .window(POOL_EARLY)
                .orElseThrow();
        assertThat(window.time().start()).isEqualTo(EARLY.start().plus(Duration.ofHours(1)));
        assertThat(status(
                        moved.at(EARLY.end().plus(Duration.ofMinutes(20)))
                                .whenTimePasses()
                                .and()
                                .state(),
                        1))
                .isEqualTo(Status.CONFIRMED);
        moved.when(new MovePoint(POOL, "Yard", Duration.ZERO)).then();
        moved.when(new MovePoint(new PointId("lake"), "Lake", Duration.ZERO))
                .refuses(new NoSuchPoint(new PointId("lake")));
    }

    @Test
    void a_point_that_closes_takes_no_more_claims_and_the_member_chooses_another_or_the_money() {
        var closed = open(Capsule.of(2).priced())
                .given(held(1, ANNA, kits(1)), new ClaimPaid(id(1), PAYMENT, OPENED))
                .given(held(2, BEN, kits(1)), new ClaimPaid(id(2), PAYMENT, OPENED))
                .when(new ClosePoint(POOL, "Flooded"))
                .then(new PointClosed(POOL, "Flooded", OPENED))
                .and();
        closed.when(new ClosePoint(POOL, "Flooded")).then();
        closed.when(new ClosePoint(new PointId("lake"), "x")).refuses(new NoSuchPoint(new PointId("lake")));
        closed.when(claim(CLEO, kits(1))).refuses(new PointIsClosed(POOL, "Flooded"));
        assertThat(sheet(closed.state())
                        .available(POOL, Capsule.of(2).details().bundle(KIT).orElseThrow()))
                .isZero();
        closed.when(new Rehome(ANNA, id(1), PARK, PARK_LATE)).then(new ClaimRehomed(id(1), kitsAtPark(1), OPENED));
        closed.when(new GiveBack(BEN, id(2)))
                .then(new ClaimReleased(id(2), Cause.CANCELLED, PRICE, OPENED))
                .replies(new DropReply.Released(java.util.Optional.of(PRICE)));
        closed.at(EARLY.end().plus(Duration.ofMinutes(15)))
                .whenTimePasses()
                .leaves(state -> assertThat(claimOf(state, 1).cause()).contains(Cause.POINT_CLOSED));
    }
}
