package downbeat.classes.entity;

import downbeat.classes.domain.LiveClass;
import downbeat.classes.domain.LiveClass.Written;
import downbeat.classes.domain.PlaceKind;
import downbeat.classes.domain.Places;
import downbeat.classes.domain.Sheet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;

/** Turns the state of a class into its card. */
final class Showing {
    private Showing() {}

    static Optional<ClassCard> card(LiveClass state) {
        return state instanceof Written written ? Optional.of(card(written)) : Optional.empty();
    }

    private static ClassCard card(Written state) {
        var sheet = state.sheet();
        var ended = state instanceof LiveClass.Ended it ? Optional.of(it) : Optional.<LiveClass.Ended>empty();
        return new ClassCard(
                sheet.trainer(),
                sheet.details(),
                sheet.window().start(),
                sheet.window().end(),
                state.phase(),
                count(sheet, PlaceKind.ONLINE),
                count(sheet, PlaceKind.IN_ROOM),
                sheet.plan(),
                bookings(sheet.places()),
                begunAt(state),
                ended.map(LiveClass.Ended::attendances).orElse(List.of()),
                ended.flatMap(LiveClass.Ended::report),
                state instanceof LiveClass.Cancelled cancelled ? Optional.of(cancelled.reason()) : Optional.empty(),
                sheet.rooms(),
                sheet.version(),
                sheet.edition());
    }

    private static Optional<Instant> begunAt(Written state) {
        return switch (state) {
            case LiveClass.Live live -> Optional.of(live.begunAt());
            case LiveClass.Closing closing -> Optional.of(closing.begunAt());
            default -> Optional.empty();
        };
    }

    private static PlaceCount count(Sheet sheet, PlaceKind place) {
        var places = sheet.places();
        int capacity = sheet.details().capacity(place);
        int offered =
                (int) places.offers().stream().filter(o -> o.place() == place).count();
        int sold = places.sold(place);
        return new PlaceCount(
                capacity, sold - offered, offered, Math.max(0, capacity - sold), places.waitingFor(place));
    }

    private static List<BookingCard> bookings(Places places) {
        var cards = new ArrayList<BookingCard>();
        places.booked()
                .forEach(b -> cards.add(new BookingCard(
                        b.who(), b.place(), BookingCard.Status.BOOKED, b.trial(), 0, Optional.empty())));
        places.offers()
                .forEach(o -> cards.add(new BookingCard(
                        o.who(), o.place(), BookingCard.Status.OFFERED, o.trial(), 0, Optional.of(o.until()))));
        var positions = new EnumMap<PlaceKind, Integer>(PlaceKind.class);
        places.waiting()
                .forEach(w -> cards.add(new BookingCard(
                        w.who(),
                        w.place(),
                        BookingCard.Status.WAITING,
                        w.trial(),
                        positions.merge(w.place(), 1, Integer::sum),
                        Optional.empty())));
        return cards;
    }
}
