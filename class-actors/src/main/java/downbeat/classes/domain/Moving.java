package downbeat.classes.domain;

import downbeat.classes.domain.LiveClass.Written;
import downbeat.classes.domain.LiveClassEvent.BookingCancelled;
import downbeat.classes.domain.LiveClassEvent.CameOnline;
import downbeat.classes.domain.LiveClassRefusal.CameFromThere;
import downbeat.classes.domain.LiveClassRefusal.NoPlaceLeft;
import downbeat.classes.domain.LiveClassRefusal.NoSuchPlace;
import downbeat.classes.domain.LiveClassRefusal.NotBooked;
import downbeat.kernel.Decision;
import downbeat.kernel.ParticipantId;
import java.time.Instant;

/**
 * Decides over those who change between a room and a place online. Nothing is given up before the other place is theirs, and
 * whatever is told again, in whichever order, leaves them one: a place in a room that was given up for one online never takes
 * that one away.
 */
final class Moving {
    private final Telling telling;

    Moving(Written state, Instant now) {
        this.telling = new Telling(state, now);
    }

    /** Who has a place online keeps it: only the one in the room is given up then. */
    Decision<LiveClassEvent, LiveClassReply> online(LiveClassCommand.ComeOnline command) {
        var who = command.participant();
        boolean has = hasOnline(who);
        if (has && telling.sheet().rooms().gaveUp(who, command.instead())) {
            return telling.replying(new LiveClassReply.Placed(PlaceKind.ONLINE));
        }
        if (telling.sheet().details().capacity(PlaceKind.ONLINE) == 0) {
            return Decision.refuse(new NoSuchPlace(PlaceKind.ONLINE));
        }
        boolean offered = telling.places()
                .offerOf(who)
                .filter(offer -> offer.place() == PlaceKind.ONLINE)
                .isPresent();
        if (!has && !offered && telling.sheet().left(PlaceKind.ONLINE) <= 0) {
            return Decision.refuse(new NoPlaceLeft(PlaceKind.ONLINE));
        }
        telling.tell(new CameOnline(who, command.instead(), trial(who), telling.now()));
        return telling.serveWaiting().replying(new LiveClassReply.Placed(PlaceKind.ONLINE));
    }

    /** Who has no place online has given it up: that is an answer too, so that one booked later is not taken for it. */
    Decision<LiveClassEvent, LiveClassReply> giveUp(LiveClassCommand.GiveUpOnline command) {
        if (telling.sheet().rooms().gaveUp(command.participant(), command.instead())) {
            return Decision.refuse(new CameFromThere());
        }
        return hasOnline(command.participant())
                ? released(command.participant())
                : telling.replying(new LiveClassReply.Released());
    }

    Decision<LiveClassEvent, LiveClassReply> stay(LiveClassCommand.StayInRoom command) {
        return telling.sheet().rooms().cameFrom(command.participant(), command.instead())
                ? released(command.participant())
                : Decision.refuse(new NotBooked());
    }

    private Decision<LiveClassEvent, LiveClassReply> released(ParticipantId who) {
        if (!hasOnline(who)) {
            return Decision.refuse(new NotBooked());
        }
        telling.tell(new BookingCancelled(who, PlaceKind.ONLINE, telling.now()));
        return telling.serveWaiting().replying(new LiveClassReply.Released());
    }

    private boolean trial(ParticipantId who) {
        var places = telling.places();
        return places.bookingOf(who)
                .map(Booking::trial)
                .or(() -> places.offerOf(who).map(Offer::trial))
                .orElse(false);
    }

    private boolean hasOnline(ParticipantId who) {
        return telling.places()
                .bookingOf(who)
                .filter(booking -> booking.place() == PlaceKind.ONLINE)
                .isPresent();
    }
}
