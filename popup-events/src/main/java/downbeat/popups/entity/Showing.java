package downbeat.popups.entity;

import downbeat.popups.domain.PopUp;
import downbeat.popups.domain.PopUp.Written;
import downbeat.popups.domain.Sheet;
import downbeat.popups.domain.Taken;
import downbeat.popups.domain.door.Door;
import downbeat.popups.domain.door.Earlier;
import downbeat.popups.domain.door.Passages;
import downbeat.popups.domain.door.Scan;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.Desk;
import downbeat.popups.domain.ticket.Ticket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns the state of a pop-up into its card. */
final class Showing {
    private Showing() {}

    static Optional<PopUpCard> card(PopUp state) {
        return state instanceof Written written ? Optional.of(card(written)) : Optional.empty();
    }

    private static PopUpCard card(Written state) {
        var sheet = state.sheet();
        return new PopUpCard(
                sheet.organizer(),
                sheet.details(),
                sheet.doorsOpen(),
                sheet.window().start(),
                sheet.window().end(),
                state.phase(),
                count(
                        sheet.taken(),
                        sheet.taken().left(),
                        sheet.desk().waiting().size()),
                kinds(sheet),
                underWay(sheet.desk()),
                sheet.roll().all().map(ticket -> ticket(ticket, sheet.door())).toList(),
                DoorShowing.card(sheet),
                state instanceof PopUp.Cancelled cancelled ? Optional.of(cancelled.reason()) : Optional.empty(),
                sheet.sequence(),
                sheet.version(),
                sheet.edition());
    }

    private static List<KindCard> kinds(Sheet sheet) {
        return sheet.details().kinds().stream()
                .map(kind -> new KindCard(
                        kind.id(),
                        count(sheet.taken(kind), sheet.left(kind), sheet.desk().waitingFor(kind.id()))))
                .toList();
    }

    private static PlaceCount count(Taken taken, int left, int waiting) {
        return new PlaceCount(taken.size(), taken.sold(), taken.held(), taken.offered(), left, waiting);
    }

    private static TicketCard ticket(Ticket ticket, Door door) {
        var passages = ticket.passages(door);
        return new TicketCard(
                ticket.id(),
                ticket.kind(),
                ticket.holder(),
                ticket.price(),
                ticket.settlement(),
                ticket.issue(),
                ticket.validity(),
                ticket.beyond(),
                passages.entries().size(),
                passages.inside(),
                stays(passages),
                Earlier.of(ticket.scans().all()),
                List.copyOf(ticket.incidents(door)),
                ticket.voidAt(),
                ticket.voidReason());
    }

    /** From the first who came in on the ticket to the last who went out. */
    private static List<StayCard> stays(Passages passages) {
        var stays = new ArrayList<StayCard>();
        int inside = 0;
        for (var scan : Stream.concat(passages.entries().stream(), passages.exits().stream())
                .sorted(Scan.IN_TIME)
                .toList()) {
            boolean entry = scan.admittedEntry();
            if (entry && inside == 0) {
                stays.add(new StayCard(scan.at(), Optional.empty()));
            }
            inside += entry ? 1 : -1;
            if (inside == 0) {
                stays.add(new StayCard(stays.removeLast().from(), Optional.of(scan.at())));
            }
        }
        return stays;
    }

    private static List<PlaceCard> underWay(Desk desk) {
        var cards = new ArrayList<PlaceCard>();
        desk.holds()
                .forEach(h -> cards.add(new PlaceCard(
                        h.who(),
                        h.kind(),
                        PlaceCard.Status.HELD,
                        h.count(),
                        Optional.of(h.id()),
                        Optional.of(h.price()),
                        0,
                        Optional.of(h.until()))));
        desk.offers()
                .forEach(o -> cards.add(new PlaceCard(
                        o.who(),
                        o.kind(),
                        PlaceCard.Status.OFFERED,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Optional.of(o.until()))));
        var positions = new HashMap<KindId, Integer>();
        desk.waiting()
                .forEach(w -> cards.add(new PlaceCard(
                        w.who(),
                        w.kind(),
                        PlaceCard.Status.WAITING,
                        1,
                        Optional.empty(),
                        Optional.empty(),
                        positions.merge(w.kind(), 1, Integer::sum),
                        Optional.empty())));
        return cards;
    }
}
