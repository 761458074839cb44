package downbeat.popups.domain;

import downbeat.kernel.AccountId;
import downbeat.kernel.ClassId;
import downbeat.kernel.Money;
import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.door.DeviceId;
import downbeat.popups.domain.door.Gate;
import downbeat.popups.domain.door.Incident;
import downbeat.popups.domain.door.Scan;
import downbeat.popups.domain.door.Stray;
import downbeat.popups.domain.door.Supervision;
import downbeat.popups.domain.kind.KindId;
import downbeat.popups.domain.place.Place;
import downbeat.popups.domain.ticket.Hold;
import downbeat.popups.domain.ticket.HoldId;
import downbeat.popups.domain.ticket.Settlement;
import downbeat.popups.domain.ticket.TicketId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Everything that can happen to a pop-up. Stored for good: add, never change. */
public sealed interface PopUpEvent {
    Instant at();

    /** @param window when it takes place, worked out from the local start once and for all */
    record PopUpDrafted(AccountId organizer, PopUpDetails details, TimeWindow window, Instant at)
            implements PopUpEvent {}

    record PopUpEdited(PopUpDetails details, TimeWindow window, Instant at) implements PopUpEvent {}

    /** It takes place elsewhere or at another time; the edit before it says the rest. The pop-up stays the same one. */
    record PopUpMoved(Place from, Place to, TimeWindow before, TimeWindow after, int sequence, Instant at)
            implements PopUpEvent {}

    record PopUpPublished(Instant at) implements PopUpEvent {}

    record DoorsOpened(Instant at) implements PopUpEvent {}

    record PopUpClosed(Instant at) implements PopUpEvent {}

    record PopUpCancelled(String reason, int sequence, Instant at) implements PopUpEvent {}

    record HoldPlaced(Hold hold, Instant at) implements PopUpEvent {}

    record HoldReleased(HoldId hold, Instant at) implements PopUpEvent {}

    record HoldLapsed(HoldId hold, Instant at) implements PopUpEvent {}

    /** A hold became tickets, one for each place. */
    record TicketsSold(
            HoldId hold,
            ParticipantId holder,
            KindId kind,
            List<TicketId> tickets,
            Money price,
            Settlement settlement,
            Instant at)
            implements PopUpEvent {
        public TicketsSold {
            tickets = List.copyOf(tickets);
        }
    }

    record WaitingJoined(ParticipantId participant, KindId kind, Instant at) implements PopUpEvent {}

    record WaitingLeft(ParticipantId participant, KindId kind, Instant at) implements PopUpEvent {}

    record PlaceOffered(ParticipantId participant, KindId kind, Instant until, Instant at) implements PopUpEvent {}

    record OfferAccepted(
            ParticipantId participant, KindId kind, TicketId ticket, Money price, Settlement settlement, Instant at)
            implements PopUpEvent {}

    record OfferDeclined(ParticipantId participant, KindId kind, Instant at) implements PopUpEvent {}

    record OfferLapsed(ParticipantId participant, KindId kind, Instant at) implements PopUpEvent {}

    /** @param late by the cancellation policy of then */
    record TicketCancelled(TicketId ticket, boolean late, Money refund, Instant at) implements PopUpEvent {}

    /** By the organizer. */
    record TicketRevoked(TicketId ticket, String reason, Money refund, Instant at) implements PopUpEvent {}

    /** The holder takes part without the place: online, say. */
    record PlaceReleased(TicketId ticket, ParticipantId holder, Instant at) implements PopUpEvent {}

    /**
     * A ticket is theirs, and the place online is to be given up.
     *
     * @param instead the class in which they have that
     */
    record CameToRoom(
            TicketId ticket,
            ParticipantId holder,
            KindId kind,
            Money price,
            Settlement settlement,
            ClassId instead,
            Instant at)
            implements PopUpEvent {}

    record TicketTransferred(TicketId ticket, ParticipantId from, ParticipantId to, int issue, Instant at)
            implements PopUpEvent {}

    record TicketSettled(TicketId ticket, Instant at) implements PopUpEvent {}

    record GatesSet(List<Gate> gates, Instant at) implements PopUpEvent {
        public GatesSet {
            gates = List.copyOf(gates);
        }
    }

    record DeviceRegistered(DeviceId device, String name, Instant at) implements PopUpEvent {}

    record DeviceRevoked(DeviceId device, Instant at) implements PopUpEvent {}

    /** @param beyond who sold it beyond the capacity, and why */
    record WalkInSold(
            TicketId ticket, KindId kind, Money price, Settlement settlement, Optional<Supervision> beyond, Instant at)
            implements PopUpEvent {}

    /** @param at when it became known, which for an offline scan is later than the scan */
    record ScanRecorded(TicketId ticket, Scan scan, Instant at) implements PopUpEvent {}

    record StrayRecorded(Stray stray, Instant at) implements PopUpEvent {}

    /** Tells what the scans of a ticket have come to; changes nothing by itself. */
    record IncidentFlagged(TicketId ticket, List<Incident> incidents, Instant at) implements PopUpEvent {
        public IncidentFlagged {
            incidents = List.copyOf(incidents);
        }
    }

    /** A scan that came late explains it. */
    record IncidentCleared(TicketId ticket, Instant at) implements PopUpEvent {}
}
