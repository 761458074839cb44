package downbeat.popups.domain;

import downbeat.kernel.Money;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.domain.ticket.TicketId;
import java.time.Instant;
import java.util.List;

/** What an accepted command answers. */
public sealed interface PopUpReply {
    /** The life of the pop-up went on, or what is said of it or its door changed. */
    record Done(Phase phase, int sequence, long edition) implements PopUpReply {}

    /** @param total what all of it costs */
    record Held(HoldId hold, KindId kind, int count, Money total, Instant until) implements PopUpReply {}

    record Sold(List<TicketId> tickets) implements PopUpReply {
        public Sold {
            tickets = List.copyOf(tickets);
        }
    }

    /** @param position from 1 */
    record Queued(KindId kind, int position) implements PopUpReply {}

    /** The hold, offer, position or place is given up. */
    record Released() implements PopUpReply {}

    record TicketVoid(boolean late, Money refund) implements PopUpReply {}

    /** @param issue of the passes from now on */
    record Transferred(TicketId ticket, int issue) implements PopUpReply {}

    record Judged(Verdict verdict) implements PopUpReply {}

    /** One answer for each scan, in the order of the upload. */
    record Uploaded(List<UploadAnswer> answers) implements PopUpReply {
        public Uploaded {
            answers = List.copyOf(answers);
        }
    }
}
