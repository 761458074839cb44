package downbeat.web.pass;

import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.PopUpId;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.TicketId;

/**
 * A ticket that its holder offers to whoever brings its code.
 *
 * @param issue of the ticket then: once it has a new holder, the code is worth nothing
 * @param giverName for the reader of the link
 */
public record Transfer(PopUpId popUp, TicketId ticket, int issue, KindId kind, ParticipantId giver, String giverName) {}
