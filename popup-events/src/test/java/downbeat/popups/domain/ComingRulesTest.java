package downbeat.popups.domain;

import static downbeat.popups.domain.Fixtures.ANNA;
import static downbeat.popups.domain.Fixtures.BEFORE;
import static downbeat.popups.domain.Fixtures.BEN;
import static downbeat.popups.domain.Fixtures.MAIN;
import static downbeat.popups.domain.Fixtures.PHONE;
import static downbeat.popups.domain.Fixtures.PRICE;
import static downbeat.popups.domain.Fixtures.STANDARD;
import static downbeat.popups.domain.Fixtures.START;
import static downbeat.popups.domain.Fixtures.details;
import static downbeat.popups.domain.Fixtures.nonce;
import static downbeat.popups.domain.Fixtures.published;
import static downbeat.popups.domain.Fixtures.roomOf;
import static downbeat.popups.domain.Fixtures.sold;
import static downbeat.popups.domain.Fixtures.spec;
import static downbeat.popups.domain.Fixtures.standard;
import static downbeat.popups.domain.Fixtures.ticket;

import downbeat.kernel.ClassId;
import downbeat.kernel.OfferTime;
import downbeat.kernel.spec.DeciderSpec;
import downbeat.popups.domain.PopUpCommand.ComeToRoom;
import downbeat.popups.domain.PopUpCommand.LeaveRoom;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.door.Scan;
import downbeat.popups.domain.kind.Standing;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.Validity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Into the room from a place online, and out of it. */
class ComingRulesTest {
    private static final ClassId RIDE = new ClassId("c-ride");
    private static final ComeToRoom COME = new ComeToRoom(ANNA, Standing.GUEST, STANDARD, RIDE);

    private static DeciderSpec<PopUpCommand, PopUpEvent, PopUp, PopUpReply> roomWith(int places) {
        return spec().given(published(roomOf(RIDE, details(places, standard(places)))));
    }

    private static CameToRoom came(int number) {
        return new CameToRoom(ticket(number), ANNA, STANDARD, PRICE, Settlement.DUE_AT_DOOR, RIDE, BEFORE);
    }

    @Test
    void a_place_that_is_left_is_theirs_at_once_and_paid_at_the_door() {
        roomWith(1).when(COME).then(came(1)).replies(new PopUpReply.Sold(List.of(ticket(1))));
    }

    @Test
    void a_room_that_is_sold_out_refuses() {
        roomWith(1).given(sold(1, BEN, 1)).when(COME).refuses(new SaleRefusal.SoldOut(STANDARD, 0));
    }

    @Test
    void who_has_a_place_in_the_room_gets_no_other_one() {
        roomWith(3).given(came(1)).when(COME).refuses(new TicketRefusal.HasPlace());
    }

    @Test
    void a_place_that_is_offered_to_them_is_taken_by_coming() {
        roomWith(1)
                .given(sold(1, BEN, 1))
                .given(
                        new WaitingJoined(ANNA, STANDARD, BEFORE),
                        new PlaceReleased(ticket(1), BEN, BEFORE),
                        new PlaceOffered(ANNA, STANDARD, BEFORE.plusSeconds(900), BEFORE))
                .when(COME)
                .then(came(2));
    }

    @Test
    void it_is_the_room_of_its_own_class_only() {
        roomWith(1)
                .when(new ComeToRoom(ANNA, Standing.GUEST, STANDARD, new ClassId("c-other")))
                .refuses(new TicketRefusal.NotTheRoom());
        spec().given(published(details(1, standard(1)))).when(COME).refuses(new TicketRefusal.NotTheRoom());
    }

    @Test
    void exactly_one_ticket_is_given_up_and_offered_on_and_only_once() {
        var full = roomWith(2).given(sold(1, ANNA, 2)).given(new WaitingJoined(BEN, STANDARD, BEFORE));
        full.when(new LeaveRoom(ticket(2), ANNA))
                .then(
                        new PlaceReleased(ticket(2), ANNA, BEFORE),
                        new PlaceOffered(BEN, STANDARD, OfferTime.end(BEFORE, START), BEFORE));
        full.given(new PlaceReleased(ticket(2), ANNA, BEFORE))
                .when(new LeaveRoom(ticket(2), ANNA))
                .refuses(new TicketRefusal.TicketIsVoid(Validity.RELEASED));
        full.when(new LeaveRoom(ticket(1), BEN)).refuses(new TicketRefusal.NoSuchTicket(ticket(1)));
    }

    @Test
    void who_is_inside_leaves_through_a_gate_first() {
        var in = new Scan(nonce("n-1"), MAIN, PHONE, Direction.ENTRY, START, 1, Reason.OK, false, Optional.empty());
        roomWith(1)
                .given(sold(1, ANNA, 1))
                .given(new DoorsOpened(START), new ScanRecorded(ticket(1), in, START))
                .when(new LeaveRoom(ticket(1), ANNA))
                .refuses(new TicketRefusal.StillInside());
    }
}
