package downbeat.web.http.resource;

import downbeat.kernel.Money;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.entity.PopUpCard;
import downbeat.popups.entity.TicketCard;
import downbeat.web.pass.PassSheet;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The words on a printed pass. Times are those of the clocks that hang at the place. */
final class PassPaper {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private PassPaper() {}

    static PassSheet of(PopUpCard card, TicketCard ticket, String code) {
        var details = card.details();
        return new PassSheet(
                code,
                details.host(),
                details.title(),
                when(card),
                details.place().name(),
                details.place().address(),
                details.kind(ticket.kind())
                        .map(TicketKind::name)
                        .orElse(ticket.kind().value()),
                "Ticket " + ticket.ticket().value(),
                due(ticket));
    }

    private static String when(PopUpCard card) {
        var zone = card.details().place().zone();
        return DAY.format(card.start().atZone(zone)) + " to " + clock(card.end(), zone) + ", doors at "
                + clock(card.doors(), zone) + " (" + zone.getId().replace('_', ' ') + " time)";
    }

    private static String clock(Instant at, ZoneId zone) {
        return CLOCK.format(at.atZone(zone));
    }

    private static Optional<String> due(TicketCard ticket) {
        return ticket.settlement() == Settlement.DUE_AT_DOOR
                ? Optional.of(amount(ticket.price()) + " to pay at the door")
                : Optional.empty();
    }

    private static String amount(Money price) {
        int digits = Math.max(0, price.currency().getDefaultFractionDigits());
        return BigDecimal.valueOf(price.minor(), digits).toPlainString() + " "
                + price.currency().getCurrencyCode();
    }
}
