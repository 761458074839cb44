package downbeat.drops.domain;

import static downbeat.drops.domain.Fixtures.*;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.drops.domain.ChoiceRefusal.*;
import downbeat.drops.domain.ClaimRefusal.*;
import downbeat.drops.domain.CounterRefusal.*;
import downbeat.drops.domain.DropCommand.*;
import downbeat.drops.domain.DropEvent.*;
import downbeat.drops.domain.DropReply.Answer;
import downbeat.drops.domain.DropReply.Judgement;
import downbeat.drops.domain.claim.Cause;
import downbeat.drops.domain.claim.Dispute;
import downbeat.drops.domain.claim.Handover;
import downbeat.drops.domain.claim.Settlement;
import downbeat.drops.domain.claim.Status;
import downbeat.drops.domain.point.PointId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Packing, handing over, and what nobody comes for. */
class CounterRulesTest {
    private static final Instant SWEPT = EARLY.end().plus(Duration.ofMinutes(15));

    private static Handover handover(String nonce, int units, Instant at) {
        return new Handover(nonce(nonce), units, "Mia", at);
    }

    @Test
    void d8_a_code_scanned_twice_is_one_handover_and_the_second_answer_says_who_and_when() {
        var ready = openDropWith(2).given(claimed(1, ANNA, kits(1)), ready(1));
        var done = ready.when(handOver(1, 0, "n-1"))
                .then(new ClaimHandedOver(id(1), handover("n-1", 1, OPENED), false, OPENED))
                .replies(new DropReply.HandedOver(id(1), handover("n-1", 1, OPENED), 0))
                .and()
                .after(Duration.ofMinutes(1));
        done.when(handOver(1, 0, "n-2")).refuses(new AlreadyHandedOver("Mia", OPENED));
        done.when(handOver(1, 0, "n-1")).then().replies(new DropReply.HandedOver(id(1), handover("n-1", 1, OPENED), 0));
        assertThat(new AlreadyHandedOver("Mia", OPENED).detail()).contains("Mia", OPENED.toString());
    }

    @Test
    void d8_the_wrong_counter_is_told_the_right_one() {
        var ready = openDropWith(2).given(claimed(1, ANNA, kits(1)), ready(1));
        ready.when(new HandOver(PARK, id(1), 0, nonce("n-1"), "Mia", false)).refuses(new WrongPoint(POOL, "Stadtbad"));
        ready.when(new MakeReady(PARK, List.of(id(1)))).refuses(new WrongPoint(POOL, "Stadtbad"));
        ready.when(handOver(2, 0, "n-1")).refuses(new NoSuchClaim());
    }

    @Test
    void nothing_goes_over_the_counter_before_it_is_said_to_be_ready() {
        var drop = openDropWith(5)
                .given(claimed(1, ANNA, kits(1)), claimed(2, BEN, kits(1)), claimed(3, CLEO, kitsAtPark(1)));
        drop.when(handOver(1, 0, "n-1")).refuses(new NotReady());
        drop.when(new MakeReady(POOL, List.of(id(2), id(2))))
                .then(new ClaimsMadeReady(List.of(id(2)), OPENED))
                .replies(new DropReply.MadeReady(List.of(id(2))))
                .and()
                .when(new MakeReady(POOL, List.of()))
                .then(new ClaimsMadeReady(List.of(id(1)), OPENED))
                .and()
                .when(new MakeReady(POOL, List.of(id(1), id(2))))
                .then()
                .replies(new DropReply.MadeReady(List.of()));
        drop.when(new MakeReady(new PointId("lake"), List.of())).refuses(new NoSuchPoint(new PointId("lake")));
        drop.when(new MakeReady(POOL, List.of(id(9)))).refuses(new NoSuchClaim());
    }

    @Test
    void what_is_not_theirs_yet_or_no_more_is_neither_packed_nor_handed_over() {
        var held = open(Capsule.of(5).priced()).given(held(1, ANNA, kits(1)));
        held.when(handOver(1, 0, "n")).refuses(new NotConfirmed(Status.HELD));
        held.when(new MakeReady(POOL, List.of(id(1)))).refuses(new NotConfirmed(Status.HELD));
        var gone = held.when(new GiveBack(ANNA, id(1))).and();
        var over = new ClaimIsOver(Status.RELEASED, Optional.of(Cause.CANCELLED), OPENED);
        gone.when(handOver(1, 0, "n")).refuses(over);
        gone.when(new MakeReady(POOL, List.of(id(1)))).refuses(over);
    }

    @Test
    void a_part_is_handed_over_and_the_rest_later() {
        var part = openDropWith(5)
                .given(claimed(1, ANNA, kits(3)), ready(1))
                .when(handOver(1, 1, "n-1"))
                .replies(new DropReply.HandedOver(id(1), handover("n-1", 1, OPENED), 2))
                .and();
        part.when(handOver(1, 3, "n-2")).refuses(new MoreThanLeft(2));
        part.when(handOver(1, 0, "n-2"))
                .replies(new DropReply.HandedOver(id(1), handover("n-2", 2, OPENED), 0))
                .leaves(state -> assertThat(status(state, 1)).isEqualTo(Status.HANDED_OVER));
        part.when(new GiveBack(ANNA, id(1))).leaves(state -> {
            assertThat(status(state, 1)).as("what she has she keeps").isEqualTo(Status.HANDED_OVER);
            assertThat(claimOf(state, 1).left()).isZero();
            assertThat(claimOf(state, 1).counted()).isEqualTo(1);
            assertThat(shirtsLeft(state)).isEqualTo(4);
        });
    }

    @Test
    void what_is_due_is_taken_at_the_counter_and_owed_back_for_what_was_not_handed_over() {
        var ready = open(Capsule.of(5).priced()).given(due(1, ANNA, kits(2)), ready(1));
        ready.when(handOver(1, 1, "n-1")).refuses(new PaymentDue(PRICE.times(2)));
        var part = ready.when(new HandOver(POOL, id(1), 1, nonce("n-1"), "Mia", true))
                .leaves(state -> assertThat(claimOf(state, 1).settlement()).isEqualTo(Settlement.PAID_AT_PICKUP))
                .and();
        assertThat(part.when(handOver(1, 1, "n-2")).events()).hasSize(1);
        part.when(new GiveBack(ANNA, id(1))).replies(new DropReply.Released(Optional.of(PRICE)));
        assertThat(new PaymentDue(PRICE).detail()).contains("25.00 EUR");
    }

    @Test
    void d9_what_four_do_not_collect_is_released_once_each_and_not_handed_over_any_more() {
        var drop = openDropWith(5)
                .given(claimed(1, ANNA, kits(1)), claimed(2, BEN, kits(1)))
                .given(claimed(3, CLEO, kits(1)), claimed(4, DIA, kits(1)), ready(3, 4));
        assertThat(new DropDecider().deadline(drop.given(new DropClosed(CLOSES)).state()))
                .contains(SWEPT);
        drop.given(new DropClosed(CLOSES))
                .at(SWEPT.minusMillis(1))
                .whenTimePasses()
                .thenNothing();
        var swept = drop.given(new DropClosed(CLOSES)).at(SWEPT);
        swept.whenTimePasses()
                .then(
                        new ClaimReleased(id(1), Cause.NO_SHOW, FREE, SWEPT),
                        new ClaimReleased(id(2), Cause.NO_SHOW, FREE, SWEPT),
                        new ClaimReleased(id(3), Cause.NO_SHOW, FREE, SWEPT),
                        new ClaimReleased(id(4), Cause.NO_SHOW, FREE, SWEPT))
                .and()
                .whenTimePasses()
                .thenNothing()
                .and()
                .when(handOver(4, 0, "n"))
                .refuses(new ClaimIsOver(Status.RELEASED, Optional.of(Cause.NO_SHOW), SWEPT));
    }

    @Test
    void who_does_not_come_gets_no_money_back_and_what_was_collected_stays() {
        open(Capsule.of(5).priced())
                .given(held(1, ANNA, kits(2)), new ClaimPaid(id(1), PAYMENT, OPENED), ready(1))
                .when(handOver(1, 1, "n-1"))
                .and()
                .given(new DropClosed(CLOSES))
                .at(SWEPT)
                .whenTimePasses()
                .then(new ClaimReleased(id(1), Cause.NO_SHOW, FREE, SWEPT))
                .leaves(state -> {
                    assertThat(status(state, 1)).isEqualTo(Status.HANDED_OVER);
                    assertThat(shirtsLeft(state)).isEqualTo(4);
                });
    }

    @Test
    void a_counter_on_its_own_tells_later_and_the_repeat_changes_nothing() {
        var drop = openDropWith(5).given(claimed(1, ANNA, kits(1)), ready(1));
        var upload = new Upload(POOL, "Mia", List.of(offline(1, 1, "n-1", OPENED), offline(7, 1, "n-2", OPENED)));
        var answers = new DropReply.Uploaded(
                List.of(new Answer(nonce("n-1"), Judgement.KEPT), new Answer(nonce("n-2"), Judgement.UNKNOWN)));
        var told = drop.when(upload)
                .then(new ClaimHandedOver(id(1), handover("n-1", 1, OPENED), false, OPENED))
                .replies(answers)
                .and();
        told.when(upload).then().replies(answers);
        told.when(handOver(1, 0, "n-1")).then();
    }

    @Test
    void what_should_not_have_been_handed_over_is_kept_and_disputed() {
        var drop = openDropWith(5).given(claimed(1, ANNA, kits(1)), ready(1));
        var gone = drop.when(new GiveBack(ANNA, id(1))).and();
        gone.when(new Upload(POOL, "Mia", List.of(offline(1, 1, "n-1", OPENED))))
                .then(new HandoverDisputed(
                        id(1), new Dispute(POOL, handover("n-1", 1, OPENED), Status.RELEASED), false, OPENED))
                .leaves(state -> assertThat(status(state, 1)).isEqualTo(Status.RELEASED))
                .and()
                .when(new Upload(POOL, "Mia", List.of(offline(1, 1, "n-1", OPENED))))
                .then()
                .replies(new DropReply.Uploaded(List.of(new Answer(nonce("n-1"), Judgement.DISPUTED))));
        drop.when(new Upload(PARK, "Mia", List.of(offline(1, 1, "n-1", OPENED.plusSeconds(60)))))
                .then(new HandoverDisputed(
                        id(1), new Dispute(PARK, handover("n-1", 1, OPENED), Status.READY), false, OPENED))
                .leaves(state -> assertThat(status(state, 1)).isEqualTo(Status.READY));
    }

    @Test
    void money_taken_by_a_counter_on_its_own_counts_even_where_the_handover_is_disputed() {
        var taken = new OfflineHandover(nonce("n-2"), id(1), 1, true, OPENED);
        open(Capsule.of(5).priced())
                .given(due(1, ANNA, kits(1)))
                .when(new Upload(POOL, "Mia", List.of(offline(1, 1, "n-1", OPENED), taken)))
                .leaves(state -> assertThat(claimOf(state, 1).settlement()).isEqualTo(Settlement.PAID_AT_PICKUP));
    }

    @Property(tries = 300)
    void uploads_in_any_order_and_repeated_give_the_same_state(@ForAll long seed) {
        var random = new Random(seed);
        var drop = open(Capsule.of(9).priced())
                .given(due(1, ANNA, kits(1 + random.nextInt(4))), due(2, BEN, kits(2)), ready(1))
                .after(Duration.ofHours(1));
        var uploads = new ArrayList<Upload>();
        for (int number = 0; number < 6; number++) {
            var one = new OfflineHandover(
                    nonce("n-" + number),
                    id(1 + random.nextInt(2)),
                    1 + random.nextInt(3),
                    random.nextInt(4) == 0,
                    OPENED.plusSeconds(random.nextInt(4)));
            uploads.add(new Upload(random.nextInt(5) == 0 ? PARK : POOL, "Mia", List.of(one)));
        }
        var first = drop;
        for (var upload : uploads) {
            first = first.when(upload).and();
        }
        var shuffled = new ArrayList<>(uploads);
        shuffled.addAll(uploads.subList(0, 3));
        java.util.Collections.shuffle(shuffled, random);
        var second = drop;
        for (var upload : shuffled) {
            second = second.when(upload).and();
        }
        assertThat(sheet(second.state()).claims())
                .isEqualTo(sheet(first.state()).claims());
        assertThat(sheet(second.state()).stocks())
                .isEqualTo(sheet(first.state()).stocks());
    }
}
