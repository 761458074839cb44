package downbeat.web.http.resource;

import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.place.Timing;
import downbeat.popups.entity.GateCard;
import downbeat.popups.entity.PopUpCard;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** A pop-up that takes place at another time: sales and gates move along. */
record Moved(PopUpDetails details, List<Gate> gates) {
    Moved {
        gates = List.copyOf(gates);
    }

    /** @throws IllegalArgumentException whose sentence begins with {@code start} */
    Moved(PopUpCard card, LocalDateTime start) {
        this(
                details(card.details(), start, by(card, start)),
                card.door().gates().stream()
                        .map(GateCard::gate)
                        .map(gate -> gate(gate, by(card, start)))
                        .toList());
    }

    private static Duration by(PopUpCard card, LocalDateTime start) {
        var zone = card.details().place().zone();
        return Duration.between(card.start(), start.atZone(zone).toInstant());
    }

    private static PopUpDetails details(PopUpDetails old, LocalDateTime start, Duration by) {
        return new PopUpDetails(
                old.title(),
                old.description(),
                old.host(),
                old.place(),
                new Timing(start, old.timing().length(), old.timing().doorsEarly()),
                old.capacity(),
                old.kinds().stream().map(kind -> kind(kind, by)).toList(),
                old.cancellation(),
                old.linkedClass());
    }

    private static TicketKind kind(TicketKind old, Duration by) {
        return new TicketKind(
                old.id(),
                old.name(),
                old.category(),
                old.quota(),
                old.price(),
                later(old.onSale(), by),
                old.perPerson());
    }

    private static Gate gate(Gate old, Duration by) {
        return new Gate(
                old.id(), old.name(), old.entry(), old.exit(), old.reentry(), old.kinds(), later(old.open(), by));
    }

    private static Optional<TimeWindow> later(Optional<TimeWindow> window, Duration by) {
        return window.map(w -> new TimeWindow(w.start().plus(by), w.end().plus(by)));
    }
}
