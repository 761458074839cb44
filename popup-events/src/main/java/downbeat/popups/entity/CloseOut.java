package downbeat.popups.entity;

import downbeat.kernel.Money;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.Validity;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a pop-up has come to, counted from its tickets, none left out: of every kind, and of all of them. Kinds that are no more
 * but have tickets still count.
 */
public record CloseOut(List<Line> lines, Line all) {
    public CloseOut {
        lines = List.copyOf(lines);
    }

    /**
     * One kind of ticket. {@code issued = came + noShows + cancelledEarly + cancelledLate + revoked + released}.
     *
     * @param issued tickets that ever were, walk-ins too
     * @param walkIns of these, sold at the door
     * @param came valid tickets on which somebody came in
     * @param noShows valid tickets on which nobody did
     * @param cancelledLate given back later than the policy says
     * @param incidents tickets on which something went wrong at the door
     * @param paid for valid tickets, a sum in each currency
     * @param due for valid tickets, and not paid
     */
    public record Line(
            KindId kind,
            String name,
            int issued,
            int walkIns,
            int came,
            int noShows,
            int cancelledEarly,
            int cancelledLate,
            int revoked,
            int released,
            int incidents,
            List<Money> paid,
            List<Money> due) {
        public Line {
            paid = List.copyOf(paid);
            due = List.copyOf(due);
        }
    }

    public static CloseOut of(PopUpCard card) {
        var lines = new ArrayList<Line>();
        card.details().kinds().forEach(kind -> lines.add(line(card, kind.id(), kind.name())));
        card.tickets().stream()
                .map(TicketCard::kind)
                .distinct()
                .filter(id -> card.details().kind(id).isEmpty())
                .forEach(id -> lines.add(line(card, id, id.value())));
        return new CloseOut(lines, all(lines));
    }

    private static Line line(PopUpCard card, KindId id, String name) {
        var tickets =
                card.tickets().stream().filter(one -> one.kind().equals(id)).toList();
        var valid =
                tickets.stream().filter(one -> one.validity() == Validity.VALID).toList();
        var cancelled = tickets.stream()
                .filter(one -> one.validity() == Validity.CANCELLED)
                .toList();
        int late = count(cancelled, one -> late(card, one));
        int came = count(valid, one -> one.entries() > 0);
        return new Line(
                id,
                name,
                tickets.size(),
                count(tickets, one -> one.holder().isEmpty()),
                came,
                valid.size() - came,
                cancelled.size() - late,
                late,
                count(tickets, one -> one.validity() == Validity.REVOKED),
                count(tickets, one -> one.validity() == Validity.RELEASED),
                count(tickets, one -> !one.incidents().isEmpty()),
                sums(prices(valid, Settlement.PAID)),
                sums(prices(valid, Settlement.DUE_AT_DOOR)));
    }

    private static boolean late(PopUpCard card, TicketCard ticket) {
        var until = card.start().minus(card.details().cancellation().early());
        return ticket.voidAt().filter(at -> at.isAfter(until)).isPresent();
    }

    private static int count(List<TicketCard> tickets, Predicate<TicketCard> which) {
        return (int) tickets.stream().filter(which).count();
    }

    private static Stream<Money> prices(List<TicketCard> tickets, Settlement settlement) {
        return tickets.stream().filter(one -> one.settlement() == settlement).map(TicketCard::price);
    }

    private static List<Money> sums(Stream<Money> amounts) {
        return amounts
                .collect(Collectors.toMap(
                        one -> one.currency().getCurrencyCode(), Function.identity(), Money::plus, TreeMap::new))
                .values()
                .stream()
                .toList();
    }

    private static Line all(List<Line> lines) {
        return new Line(
                new KindId("all"),
                "All",
                total(lines, Line::issued),
                total(lines, Line::walkIns),
                total(lines, Line::came),
                total(lines, Line::noShows),
                total(lines, Line::cancelledEarly),
                total(lines, Line::cancelledLate),
                total(lines, Line::revoked),
                total(lines, Line::released),
                total(lines, Line::incidents),
                sums(lines.stream().flatMap(line -> line.paid().stream())),
                sums(lines.stream().flatMap(line -> line.due().stream())));
    }

    private static int total(List<Line> lines, ToIntFunction<Line> of) {
        return lines.stream().mapToInt(of).sum();
    }
}
