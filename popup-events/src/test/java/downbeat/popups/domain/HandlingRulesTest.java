package downbeat.popups.domain;

import static downbeat.popups.domain.Fixtures.*;
import static downbeat.popups.domain.kind.Standing.GUEST;
import static downbeat.popups.domain.kind.Standing.MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import downbeat.kernel.Money;
import downbeat.popups.domain.PopUpCommand.*;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.SaleRefusal.*;
import downbeat.popups.domain.TicketRefusal.*;
import downbeat.popups.domain.kind.Category;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.Validity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandlingRulesTest {
    @Test
    void a_ticket_given_back_early_is_paid_back_and_late_in_part_and_which_it_was_is_recorded() {
        var sold = openWith(2).given(sold(1, ANNA, 1));
        var lastMoment = START.minus(Duration.ofDays(1));
        sold.at(lastMoment)
                .when(new CancelTicket(ticket(1), ANNA))
                .then(new TicketCancelled(ticket(1), false, PRICE, lastMoment))
                .replies(new PopUpReply.TicketVoid(false, PRICE));
        var late = lastMoment.plusMillis(1);
        sold.at(late)
                .when(new CancelTicket(ticket(1), ANNA))
                .then(new TicketCancelled(ticket(1), true, Money.of(450, "EUR"), late))
                .and()
                .when(new CancelTicket(ticket(1), ANNA))
                .refuses(new TicketIsVoid(Validity.CANCELLED));
    }

    @Test
    void once_it_is_over_nothing_is_given_back_nor_offered_nor_sold() {
        var over = openWith(1)
                .given(sold(1, ANNA, 1))
                .given(new WaitingJoined(BEN, STANDARD, BEFORE))
                .at(END);
        over.when(new CancelTicket(ticket(1), ANNA)).refuses(new TooLateToCancel(END));
        over.when(new RevokeTicket(ticket(1), "fraud"))
                .leaves(state -> assertThat(sheet(state).desk().offers()).isEmpty());
        over.when(new PlaceHold(HOLD, CLEO, GUEST, STANDARD, 1)).refuses(new NoLongerOnSale(STANDARD, END));
    }

    @Test
    void a_refund_is_rounded_down_and_never_overflows() {
        var policy = new CancellationPolicy(Duration.ZERO, 33);
        assertThat(policy.refund(Money.of(101, "EUR"), true)).isEqualTo(Money.of(33, "EUR"));
        assertThat(policy.refund(Money.of(Long.MAX_VALUE, "EUR"), true).minor()).isPositive();
        assertThat(new CancellationPolicy(Duration.ZERO, 100).refund(PRICE, true))
                .isEqualTo(PRICE);
    }

    @Test
    void nobody_gives_back_what_is_not_theirs() {
        var sold = openWith(2).given(sold(1, ANNA, 1));
        sold.when(new CancelTicket(ticket(1), BEN)).refuses(new NoSuchTicket(ticket(1)));
        sold.when(new CancelTicket(ticket(7), ANNA)).refuses(new NoSuchTicket(ticket(7)));
        sold.when(new Transfer(ticket(1), BEN, CLEO, GUEST)).refuses(new NoSuchTicket(ticket(1)));
    }

    @Test
    void a_ticket_that_was_used_is_neither_given_back_nor_away() {
        var used = doorsOpenWith(2)
                .given(sold(1, ANNA, 1))
                .when(DoorRulesTest.entry("n-1", 1, MAIN))
                .and();
        used.when(new CancelTicket(ticket(1), ANNA)).refuses(new TicketIsUsed());
        used.when(new Transfer(ticket(1), ANNA, BEN, GUEST)).refuses(new TicketIsUsed());
        used.when(new LeaveRoom(ticket(1), ANNA)).refuses(new StillInside());
        var out = used.when(DoorRulesTest.exit("n-2", 1, MAIN)).and();
        assertThat(out.when(new LeaveRoom(ticket(1), ANNA)).events()).hasSize(1);
    }

    @Test
    void the_organizer_takes_a_ticket_back_with_everything_paid_back_and_the_queue_is_served() {
        openWith(1)
                .given(sold(1, ANNA, 1))
                .given(new WaitingJoined(BEN, STANDARD, BEFORE))
                .at(START.minusSeconds(7200))
                .when(new RevokeTicket(ticket(1), "fraud"))
                .replies(new PopUpReply.TicketVoid(false, PRICE))
                .leaves(state -> {
                    assertThat(sheet(state).desk().offerOf(BEN)).isPresent();
                    assertThat(sheet(state).roll().find(ticket(1)).orElseThrow().voidReason())
                            .as("its holder is told why")
                            .contains("fraud");
                });
    }

    @Test
    void a_ticket_given_away_has_a_new_issue_and_keeps_the_limits_of_its_kind() {
        var sold = openWith(9).given(sold(1, ANNA, 1)).given(sold(2, BEN, 4));
        sold.when(new Transfer(ticket(1), ANNA, BEN, GUEST)).refuses(new OverLimit(STANDARD, 4));
        sold.when(new Transfer(ticket(1), ANNA, ANNA, GUEST)).refuses(new SameHolder());
        var given = sold.when(new Transfer(ticket(1), ANNA, CLEO, GUEST))
                .then(new TicketTransferred(ticket(1), ANNA, CLEO, 2, BEFORE))
                .replies(new PopUpReply.Transferred(ticket(1), 2))
                .and();
        given.when(new CancelTicket(ticket(1), ANNA)).refuses(new NoSuchTicket(ticket(1)));
        assertThat(given.when(new CancelTicket(ticket(1), CLEO)).events()).hasSize(1);
        spec().given(published(details(2, members(2))))
                .given(new OfferAccepted(ANNA, MEMBERS, ticket(1), PRICE, Settlement.PAID, BEFORE))
                .when(new Transfer(ticket(1), ANNA, BEN, GUEST))
                .refuses(new NotForYou(MEMBERS, Category.MEMBER));
    }

    @Test
    void one_who_waits_for_the_last_they_may_have_gets_none_from_others_meanwhile() {
        spec().given(published(details(1, members(1))))
                .given(
                        new OfferAccepted(ANNA, MEMBERS, ticket(1), PRICE, Settlement.PAID, BEFORE),
                        new WaitingJoined(BEN, MEMBERS, BEFORE))
                .when(new Transfer(ticket(1), ANNA, BEN, MEMBER))
                .refuses(new OverLimit(MEMBERS, 1));
    }

    @Test
    void what_is_due_is_paid_once() {
        var due = openWith(2)
                .given(new OfferAccepted(ANNA, STANDARD, ticket(1), PRICE, Settlement.DUE_AT_DOOR, BEFORE))
                .when(new Settle(ticket(1)))
                .then(new TicketSettled(ticket(1), BEFORE))
                .and();
        due.when(new Settle(ticket(1))).refuses(new NothingDue());
        due.when(new Settle(ticket(2))).refuses(new NoSuchTicket(ticket(2)));
        assertThat(Settlement.of(Money.of(0, "EUR"), false)).isEqualTo(Settlement.NOTHING_DUE);
    }

    @Test
    void numbers_of_tickets_are_never_used_again() {
        openWith(2)
                .given(sold(1, ANNA, 1))
                .given(new TicketCancelled(ticket(1), false, PRICE, BEFORE))
                .given(new HoldPlaced(hold(BEN, 1), BEFORE))
                .when(new Confirm(hold(BEN, 1).id(), BEN, true))
                .replies(new PopUpReply.Sold(List.of(ticket(2))));
    }
}
