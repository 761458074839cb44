package downbeat.classes.domain.room;

import downbeat.kernel.ParticipantId;
import downbeat.kernel.TimeWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rooms in which a class is followed, and who moved from them to a place online. A guest's stays are told whole each time,
 * so that it does not matter in which order the scans of a door became known.
 *
 * @param held when the live part was, once it is over
 */
public record Rooms(List<Guest> guests, List<Unnamed> unnamed, List<Move> moves, Optional<TimeWindow> held) {
    public static final Rooms NONE = new Rooms(List.of(), List.of(), List.of(), Optional.empty());

    public Rooms {
        guests = List.copyOf(guests);
        unnamed = List.copyOf(unnamed);
        moves = List.copyOf(moves);
    }

    /** Those who are inside now, each once. */
    public List<Guest> inside() {
        var seen = new ArrayList<Guest>();
        for (var guest : guests) {
            if (guest.inside() && seen.stream().noneMatch(one -> one.who().equals(guest.who()))) {
                seen.add(guest);
            }
        }
        return seen;
    }

    public boolean inside(ParticipantId who) {
        return guests.stream().anyMatch(guest -> guest.who().equals(who) && guest.inside());
    }

    public int unnamedInside() {
        return unnamed.stream().mapToInt(Unnamed::inside).sum();
    }

    public Optional<Guest> guest(RoomId room, ParticipantId who) {
        return guests.stream().filter(guest -> guest.same(room, who)).findFirst();
    }

    public int unnamedIn(RoomId room) {
        return unnamed.stream()
                .filter(one -> one.room().equals(room))
                .mapToInt(Unnamed::inside)
                .sum();
    }

    /** Who was let into any of the rooms, each once. */
    public List<ParticipantId> seen() {
        return guests.stream().map(Guest::who).distinct().toList();
    }

    /** How long somebody was in a room during the live part. Nobody is in two at once. */
    public Duration time(ParticipantId who) {
        return held.map(window -> guests.stream()
                        .filter(guest -> guest.who().equals(who))
                        .map(guest -> guest.within(window))
                        .reduce(Duration.ZERO, Duration::plus))
                .orElse(Duration.ZERO);
    }

    /** Whether this person took a place online for exactly that one in the room, and for no later one. */
    public boolean cameFrom(ParticipantId who, RoomTicket ticket) {
        return moves.stream()
                .anyMatch(move -> move.who().equals(who) && move.from().equals(ticket));
    }

    /** Whether this person gave that place in the room up, or one sold after it: it stands for nothing any more. */
    public boolean gaveUp(ParticipantId who, RoomTicket ticket) {
        return moves.stream().anyMatch(move -> move.who().equals(who) && ticket.upTo(move.from()));
    }

    public Rooms with(Guest guest) {
        return new Rooms(with(guests, one -> one.same(guest.room(), guest.who()), guest), unnamed, moves, held);
    }

    public Rooms with(Unnamed count) {
        return new Rooms(guests, with(unnamed, one -> one.room().equals(count.room()), count), moves, held);
    }

    /** An older move than the one known changes nothing. */
    public Rooms with(Move move) {
        return gaveUp(move.who(), move.from())
                ? this
                : new Rooms(
                        guests,
                        unnamed,
                        with(
                                moves,
                                one -> one.who().equals(move.who())
                                        && one.from().room().equals(move.from().room()),
                                move),
                        held);
    }

    public Rooms held(TimeWindow window) {
        return held.isPresent() ? this : new Rooms(guests, unnamed, moves, Optional.of(window));
    }

    private static <T> List<T> with(List<T> all, Predicate<T> same, T more) {
        var changed = new ArrayList<T>();
        boolean replaced = false;
        for (var one : all) {
            changed.add(same.test(one) ? more : one);
            replaced |= same.test(one);
        }
        if (!replaced) {
            changed.add(more);
        }
        return changed;
    }
}
