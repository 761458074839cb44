package downbeat.popups.domain;

import downbeat.popups.domain.PopUp.Written;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.door.Device;
import downbeat.popups.domain.ticket.Desk;
import downbeat.popups.domain.ticket.Offer;
import downbeat.popups.domain.ticket.Roll;
import downbeat.popups.domain.ticket.Ticket;
import downbeat.popups.domain.ticket.TicketId;
import downbeat.popups.domain.ticket.Validity;
import downbeat.popups.domain.ticket.Waiting;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What facts make of a pop-up. Total: a fact that means nothing in a state leaves it as it is. */
final class Story {
    private Story() {}

    static PopUp after(PopUp state, PopUpEvent event) {
        return switch (state) {
            case PopUp.Blank blank ->
                event instanceof PopUpDrafted drafted ? new PopUp.Draft(Sheet.of(drafted)) : blank;
            case Written written -> turned(written.with(sheetAfter(written.sheet(), event)), event);
        };
    }

    private static Sheet sheetAfter(Sheet sheet, PopUpEvent event) {
        var desk = sheet.desk();
        var door = sheet.door();
        return switch (event) {
            case PopUpDrafted e -> sheet;
            case PopUpEdited e -> sheet.described(e.details(), e.window()).counted(true);
            case PopUpMoved e -> sheet.sequenced(e.sequence()).counted(false);
            case PopUpPublished e -> sheet.counted(true);
            case DoorsOpened e -> sheet.counted(true);
            case PopUpClosed e -> settled(sheet);
            case PopUpCancelled e -> settled(sheet.sequenced(e.sequence()));
            case HoldPlaced e -> seated(sheet, desk.hold(e.hold()));
            case HoldReleased e -> seated(sheet, desk.without(e.hold()));
            case HoldLapsed e -> seated(sheet, desk.without(e.hold()));
            case TicketsSold e -> seated(sheet.enrolled(with(sheet.roll(), e)), desk.without(e.hold()));
            case WaitingJoined e -> seated(sheet, desk.queue(new Waiting(e.participant(), e.kind())));
            case WaitingLeft e -> seated(sheet, desk.without(e.participant()));
            case PlaceOffered e -> seated(sheet, desk.offer(new Offer(e.participant(), e.kind(), e.until())));
            case OfferAccepted e -> seated(sheet.enrolled(sheet.roll().add(ticket(e))), desk.without(e.participant()));
            case OfferDeclined e -> seated(sheet, desk.without(e.participant()));
            case OfferLapsed e -> seated(sheet, desk.without(e.participant()));
            case TicketCancelled e -> changed(sheet, e.ticket(), t -> t.voided(Validity.CANCELLED, e.at()));
            case TicketRevoked e -> changed(sheet, e.ticket(), t -> t.revoked(e.reason(), e.at()));
            case PlaceReleased e -> changed(sheet, e.ticket(), t -> t.voided(Validity.RELEASED, e.at()));
            case CameToRoom e -> seated(sheet.enrolled(sheet.roll().add(ticket(e))), desk.without(e.holder()));
            case TicketTransferred e -> changed(sheet, e.ticket(), t -> t.transferred(e.to(), e.issue(), e.at()));
            case TicketSettled e -> changed(sheet, e.ticket(), Ticket::settled);
            case GatesSet e -> sheet.guarded(door.with(e.gates())).counted(true);
            case DeviceRegistered e ->
                sheet.guarded(door.with(new Device(e.device(), e.name(), Optional.empty())))
                        .counted(false);
            case DeviceRevoked e ->
                sheet.guarded(door.without(e.device(), e.at())).counted(false);
            case WalkInSold e -> sheet.enrolled(sheet.roll().add(ticket(e))).counted(false);
            case ScanRecorded e -> changed(sheet, e.ticket(), t -> t.scanned(e.scan()));
            case StrayRecorded e -> sheet.guarded(door.with(e.stray())).counted(false);
            case IncidentFlagged e -> sheet;
            case IncidentCleared e -> sheet;
        };
    }

    private static Roll with(Roll roll, TicketsSold sold) {
        var longer = roll;
        for (var id : sold.tickets()) {
            longer = longer.add(Ticket.sold(
                    id, sold.kind(), Optional.of(sold.holder()), sold.price(), sold.settlement(), sold.at()));
        }
        return longer;
    }

    private static Ticket ticket(OfferAccepted e) {
        return Ticket.sold(e.ticket(), e.kind(), Optional.of(e.participant()), e.price(), e.settlement(), e.at());
    }

    private static Ticket ticket(CameToRoom e) {
        return Ticket.sold(e.ticket(), e.kind(), Optional.of(e.holder()), e.price(), e.settlement(), e.at());
    }

    private static Ticket ticket(WalkInSold e) {
        var ticket = Ticket.sold(e.ticket(), e.kind(), Optional.empty(), e.price(), e.settlement(), e.at());
        return e.beyond().isPresent() ? ticket.beyondCapacity() : ticket;
    }

    private static Sheet changed(Sheet sheet, TicketId id, UnaryOperator<Ticket> change) {
        return sheet.roll()
                .find(id)
                .map(ticket -> sheet.enrolled(sheet.roll().replace(change.apply(ticket))))
                .orElse(sheet)
                .counted(false);
    }

    private static Sheet seated(Sheet sheet, Desk desk) {
        return sheet.seated(desk).counted(false);
    }

    /** Once a pop-up is over nobody waits any more. */
    private static Sheet settled(Sheet sheet) {
        return sheet.seated(Desk.EMPTY).counted(true);
    }

    private static PopUp turned(Written written, PopUpEvent event) {
        var sheet = written.sheet();
        return switch (event) {
            case PopUpPublished e -> new PopUp.Published(sheet);
            case DoorsOpened e -> new PopUp.DoorsOpen(sheet, e.at());
            case PopUpClosed e -> new PopUp.Closed(sheet, e.at());
            case PopUpCancelled e -> new PopUp.Cancelled(sheet, e.reason(), e.at());
            default -> written;
        };
    }
}
