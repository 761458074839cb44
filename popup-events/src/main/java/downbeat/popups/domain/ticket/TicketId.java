package downbeat.popups.domain.ticket;

import downbeat.kernel.Id;
import downbeat.kernel.bound.Bounds;

/** The number of a ticket within its pop-up, from 1. A number is no secret: a pass is signed. */
public record TicketId(String value) implements Id {
    public TicketId {
        Bounds.require(value.matches("[1-9][0-9]{0,6}"), "ticket id must be a number from 1 of up to 7 digits");
    }

    public static TicketId of(int number) {
        return new TicketId(Integer.toString(number));
    }

    public int number() {
        return Integer.parseInt(value);
    }
}
