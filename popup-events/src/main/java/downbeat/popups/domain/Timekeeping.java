package downbeat.popups.domain;

import downbeat.popups.domain.PopUp.Written;
import downbeat.popups.domain.PopUpEvent.*;
import downbeat.popups.domain.place.Timing;
import downbeat.popups.domain.ticket.Hold;
import downbeat.popups.domain.ticket.Offer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What time alone does to a pop-up. */
final class Timekeeping {
    private Timekeeping() {}

    static Optional<Instant> deadline(PopUp state) {
        if (!(state instanceof Written written)) {
            return Optional.empty();
        }
        var desk = written.sheet().desk();
        var kept = Stream.concat(
                desk.holds().stream().map(Hold::until), desk.offers().stream().map(Offer::until));
        return Stream.concat(kept, turningPoint(written).stream()).min(Instant::compareTo);
    }

    static List<PopUpEvent> lapse(PopUp state, Instant now) {
        if (!(state instanceof Written written)) {
            return List.of();
        }
        var telling = new Telling(written, now);
        while (turningPoint(telling.state()).filter(at -> !at.isAfter(now)).isPresent()) {
            telling.tell(telling.state() instanceof PopUp.Published ? new DoorsOpened(now) : new PopUpClosed(now));
        }
        boolean held = lapseHolds(telling);
        boolean offered = lapseOffers(telling);
        return held || offered ? telling.serveWaiting().events() : telling.events();
    }

    private static boolean lapseHolds(Telling telling) {
        var over = telling.desk().holds().stream()
                .filter(hold -> !hold.until().isAfter(telling.now()))
                .toList();
        over.forEach(hold -> telling.tell(new HoldLapsed(hold.id(), telling.now())));
        return !over.isEmpty();
    }

    private static boolean lapseOffers(Telling telling) {
        var over = telling.desk().offers().stream()
                .filter(offer -> !offer.until().isAfter(telling.now()))
                .toList();
        over.forEach(offer -> telling.tell(new OfferLapsed(offer.who(), offer.kind(), telling.now())));
        return !over.isEmpty();
    }

    /** When the phase changes by itself. */
    private static Optional<Instant> turningPoint(Written state) {
        return switch (state) {
            case PopUp.Published published -> Optional.of(state.sheet().doorsOpen());
            case PopUp.DoorsOpen open ->
                Optional.of(state.sheet().window().end().plus(Timing.GRACE));
            case PopUp.Draft draft -> Optional.empty();
            case PopUp.Closed closed -> Optional.empty();
            case PopUp.Cancelled cancelled -> Optional.empty();
        };
    }
}
