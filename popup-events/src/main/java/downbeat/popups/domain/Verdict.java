package downbeat.popups.domain;

import downbeat.kernel.Money;
import downbeat.popups.domain.door.Earlier;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.TicketId;
import java.util.Optional;

/**
 * What a scan comes to.
 *
 * @param earlier when, where and by which device the ticket was let in before
 * @param due what is still to be paid
 */
public record Verdict(
        Reason reason,
        Optional<TicketId> ticket,
        Optional<KindId> kind,
        Optional<Earlier> earlier,
        Optional<Money> due) {

    static Verdict stray(Reason reason) {
        return new Verdict(reason, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public boolean admitted() {
        return reason.admits();
    }
}
