package downbeat.popups.domain;

import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.Nonce;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.bound.Bounds;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.Direction;
import downbeat.popups.domain.door.Door;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.door.GateId;
import downbeat.popups.domain.door.Reason;
import downbeat.popups.domain.door.Supervision;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.kind.Standing;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.domain.ticket.TicketId;
import java.util.List;
import java.util.Optional;

/** Everything that can be asked of a pop-up. Who may ask is decided outside. */
public sealed interface PopUpCommand {
    record Draft(AccountId organizer, PopUpDetails details) implements PopUpCommand {}

    record Edit(PopUpDetails details) implements PopUpCommand {}

    record Publish() implements PopUpCommand {}

    record OpenDoors() implements PopUpCommand {}

    record Close() implements PopUpCommand {}

    /** @param reason for the guests, 1 to 280 characters */
    record Cancel(String reason) implements PopUpCommand {
        public Cancel {
            Bounds.text("reason", reason, 1, 280);
        }
    }

    /** @param count 1 to 20 tickets */
    record PlaceHold(HoldId hold, ParticipantId who, Standing standing, KindId kind, int count)
            implements PopUpCommand {
        public PlaceHold {
            Bounds.number("count", count, 1, 20);
        }
    }

    /** @param paid whether the price has been paid; else it is due at the door */
    record Confirm(HoldId hold, ParticipantId who, boolean paid) implements PopUpCommand {}

    record ReleaseHold(HoldId hold, ParticipantId who) implements PopUpCommand {}

    record JoinWaiting(ParticipantId who, Standing standing, KindId kind) implements PopUpCommand {}

    /** Gives up the position in the queue. */
    record LeaveWaiting(ParticipantId who) implements PopUpCommand {}

    record AcceptOffer(ParticipantId who, boolean paid) implements PopUpCommand {}

    record DeclineOffer(ParticipantId who) implements PopUpCommand {}

    /** By the holder. */
    record CancelTicket(TicketId ticket, ParticipantId who) implements PopUpCommand {}

    /** By the organizer, with everything paid back. */
    record RevokeTicket(TicketId ticket, String reason) implements PopUpCommand {
        public RevokeTicket {
            Bounds.text("reason", reason, 1, 280);
        }
    }

    /**
     * A ticket, if one is left, for somebody who then gives up a place online.
     *
     * @param instead the class in which they have it
     */
    record ComeToRoom(ParticipantId who, Standing standing, KindId kind, ClassId instead) implements PopUpCommand {}

    /** Somebody has a place online now instead of this one. */
    record LeaveRoom(TicketId ticket, ParticipantId who) implements PopUpCommand {}

    record Transfer(TicketId ticket, ParticipantId from, ParticipantId to, Standing standing) implements PopUpCommand {}

    /** What was due at the door has been paid. */
    record Settle(TicketId ticket) implements PopUpCommand {}

    /** All gates there are from now on. */
    record SetGates(List<Gate> gates) implements PopUpCommand {
        public SetGates {
            gates = List.copyOf(gates);
            Bounds.size("gates", gates, 1, Door.MOST_GATES);
            Bounds.distinct("gates", gates.stream().map(Gate::id).toList());
        }
    }

    /** @param name 1 to 60 characters */
    record RegisterDevice(DeviceId device, String name) implements PopUpCommand {
        public RegisterDevice {
            Bounds.text("name", name, 1, 60);
        }
    }

    record RevokeDevice(DeviceId device) implements PopUpCommand {}

    /**
     * A genuine pass was shown to a device that is online.
     *
     * @param issue of the pass
     * @param supervision lets through against the rules of the door
     */
    record ScanPass(
            Nonce nonce,
            TicketId ticket,
            int issue,
            GateId gate,
            DeviceId device,
            Direction direction,
            Optional<Supervision> supervision)
            implements PopUpCommand {}

    /** Something was shown that is no pass of this pop-up. */
    record TurnAway(Nonce nonce, GateId gate, DeviceId device, Reason reason) implements PopUpCommand {
        public TurnAway {
            boolean ofThePass = switch (reason) {
                case FOREIGN, FORGED, UNREADABLE, UNKNOWN_KEY, EXPIRED, UNKNOWN_TICKET -> true;
                default -> false;
            };
            Bounds.require(ofThePass, "reason must be one that is wrong with a pass, but is " + reason);
        }
    }

    /**
     * Somebody without a ticket buys one at a gate and goes in.
     *
     * @param supervision sells beyond the capacity
     */
    record WalkIn(
            Nonce nonce, KindId kind, boolean paid, GateId gate, DeviceId device, Optional<Supervision> supervision)
            implements PopUpCommand {}

    /** What devices scanned offline, in any order and as often as they like. At most {@link #MOST_SCANS}. */
    record UploadScans(List<OfflineScan> scans) implements PopUpCommand {
        public static final int MOST_SCANS = 500;

        public UploadScans {
            scans = List.copyOf(scans);
            Bounds.size("scans", scans, 1, MOST_SCANS);
        }
    }
}
