package downbeat.classes.domain;

import downbeat.classes.domain.LiveClass.Written;
import downbeat.classes.domain.LiveClassEvent.*;
import downbeat.classes.domain.LiveClassRefusal.*;
import downbeat.kernel.Decision;
import downbeat.kernel.ParticipantId;
import java.time.Instant;

/** Decides over places: who gets one, who waits, who moves. */
final class Desk {
    private final Telling telling;

    Desk(Written state, Instant now) {
        this.telling = new Telling(state, now);
    }

    Decision<LiveClassEvent, LiveClassReply> book(LiveClassCommand.Book command) {
        var who = command.participant();
        var places = telling.places();
        if (places.bookingOf(who).isPresent()) {
            return Decision.refuse(new AlreadyBooked(places.bookingOf(who).get().place()));
        }
        if (places.offerOf(who).isPresent()) {
            var offer = places.offerOf(who).get();
            return Decision.refuse(new OfferIsOpen(offer.place(), offer.until()));
        }
        if (places.waitingOf(who).isPresent()) {
            return Decision.refuse(
                    new AlreadyWaiting(places.waitingOf(who).get().place(), places.position(who)));
        }
        if (telling.sheet().details().capacity(command.place()) == 0) {
            return Decision.refuse(new NoSuchPlace(command.place()));
        }
        if (command.asTrial() && !telling.sheet().details().trial()) {
            return Decision.refuse(new NoTrialHere());
        }
        return placed(who, command.place(), command.asTrial());
    }

    private Decision<LiveClassEvent, LiveClassReply> placed(ParticipantId who, PlaceKind place, boolean trial) {
        boolean free = telling.sheet().left(place) > 0;
        telling.tell(
                free
                        ? new PlaceBooked(who, place, trial, telling.now())
                        : new WaitingJoined(who, place, trial, telling.now()));
        telling.serveWaiting();
        return telling.replying(
                free
                        ? new LiveClassReply.Placed(place)
                        : new LiveClassReply.Queued(place, telling.places().position(who)));
    }

    Decision<LiveClassEvent, LiveClassReply> cancel(ParticipantId who) {
        if (!leave(who)) {
            return Decision.refuse(new NotBooked());
        }
        return telling.serveWaiting().replying(new LiveClassReply.Released());
    }

    /** Whatever it was that they had. */
    private boolean leave(ParticipantId who) {
        var places = telling.places();
        var now = telling.now();
        places.bookingOf(who).ifPresent(b -> telling.tell(new BookingCancelled(who, b.place(), now)));
        places.offerOf(who).ifPresent(o -> telling.tell(new OfferDeclined(who, o.place(), now)));
        places.waitingOf(who).ifPresent(w -> telling.tell(new WaitingLeft(who, w.place(), now)));
        return !telling.events().isEmpty();
    }

    Decision<LiveClassEvent, LiveClassReply> accept(ParticipantId who) {
        var offer = telling.places().offerOf(who);
        if (offer.isEmpty()) {
            return Decision.refuse(new NoOffer());
        }
        var place = offer.get().place();
        telling.tell(new OfferAccepted(who, place, offer.get().trial(), telling.now()));
        return telling.replying(new LiveClassReply.Placed(place));
    }

    Decision<LiveClassEvent, LiveClassReply> decline(ParticipantId who) {
        if (telling.places().offerOf(who).isEmpty()) {
            return Decision.refuse(new NoOffer());
        }
        return cancel(who);
    }

    /** Who holds a place moves only to a free one; who waits or is offered one starts over at the other kind. */
    Decision<LiveClassEvent, LiveClassReply> move(LiveClassCommand.SwitchPlace command) {
        var who = command.participant();
        var to = command.place();
        var places = telling.places();
        if (telling.sheet().details().capacity(to) == 0) {
            return Decision.refuse(new NoSuchPlace(to));
        }
        var booking = places.bookingOf(who);
        if (booking.isPresent()) {
            return moved(booking.get(), to);
        }
        var offer = places.offerOf(who);
        if (offer.isPresent() && offer.get().place() == to) {
            return Decision.refuse(new OfferIsOpen(to, offer.get().until()));
        }
        var waiting = places.waitingOf(who);
        if (waiting.isPresent() && waiting.get().place() == to) {
            return Decision.refuse(new AlreadyWaiting(to, places.position(who)));
        }
        boolean trial =
                offer.map(Offer::trial).or(() -> waiting.map(Waiting::trial)).orElse(false);
        return leave(who) ? placed(who, to, trial) : Decision.refuse(new NotBooked());
    }

    private Decision<LiveClassEvent, LiveClassReply> moved(Booking booking, PlaceKind to) {
        if (booking.place() == to) {
            return Decision.refuse(new AlreadyBooked(to));
        }
        if (telling.sheet().left(to) <= 0) {
            return Decision.refuse(new NoPlaceLeft(to));
        }
        telling.tell(new PlaceSwitched(booking.who(), booking.place(), to, telling.now()));
        return telling.serveWaiting().replying(new LiveClassReply.Placed(to));
    }
}
