package downbeat.popups.series.domain;

import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.PopUpDetails;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.place.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/** What a pop-up says of itself and its gates, to be said of others at other times: sales and gates move along. */
public record Template(PopUpDetails details, List<Gate> gates) {
    public Template {
        gates = List.copyOf(gates);
    }

    /** @throws IllegalArgumentException whose sentence begins with {@code start} */
    public Template at(LocalDateTime start) {
        var by = Duration.between(instant(details.timing().start()), instant(start));
        return new Template(
                moved(start, by), gates.stream().map(gate -> gate(gate, by)).toList());
    }

    private Instant instant(LocalDateTime start) {
        return start.atZone(details.place().zone()).toInstant();
    }

    private PopUpDetails moved(LocalDateTime start, Duration by) {
        return new PopUpDetails(
                details.title(),
                details.description(),
                details.host(),
                details.place(),
                new Timing(start, details.timing().length(), details.timing().doorsEarly()),
                details.capacity(),
                details.kinds().stream().map(kind -> kind(kind, by)).toList(),
                details.cancellation(),
                details.linkedClass(),
                details.languages());
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
