package downbeat.classes.domain;

import downbeat.kernel.ParticipantId;
import downbeat.kernel.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who holds, is offered or waits for a place. Holds: nobody is in it twice, and of either kind of place booked and
 * offered together never exceed the capacity.
 *
 * @param waiting first come first
 */
public record Places(List<Booking> booked, List<Offer> offers, List<Waiting> waiting) {
    private static final Version NOTHING = new Version("NONE");
    static final Places EMPTY = new Places(List.of(), List.of(), List.of());

    public Places {
        booked = List.copyOf(booked);
        offers = List.copyOf(offers);
        waiting = List.copyOf(waiting);
    }

    /** Places of a kind that are gone: booked and offered. */
    public int sold(PlaceKind place) {
        return (int) (booked.stream().filter(b -> b.place() == place).count()
                + offers.stream().filter(o -> o.place() == place).count());
    }

    public int left(PlaceKind place, ClassDetails details) {
        return details.capacity(place) - sold(place);
    }

    public boolean anySold() {
        return !booked.isEmpty() || !offers.isEmpty();
    }

    public Optional<Booking> bookingOf(ParticipantId who) {
        return booked.stream().filter(b -> b.who().equals(who)).findFirst();
    }

    public Optional<Offer> offerOf(ParticipantId who) {
        return offers.stream().filter(o -> o.who().equals(who)).findFirst();
    }

    public Optional<Waiting> waitingOf(ParticipantId who) {
        return waiting.stream().filter(w -> w.who().equals(who)).findFirst();
    }

    public Optional<Waiting> nextFor(PlaceKind place) {
        return waiting.stream().filter(w -> w.place() == place).findFirst();
    }

    public int waitingFor(PlaceKind place) {
        return (int) waiting.stream().filter(w -> w.place() == place).count();
    }

    /** From 1, in the queue of that kind of place; 0 for one who does not wait. */
    public int position(ParticipantId who) {
        var mine = waitingOf(who);
        return mine.isEmpty()
                ? 0
                : 1
                        + (int) waiting.stream()
                                .takeWhile(w -> !w.who().equals(who))
                                .filter(w -> w.place() == mine.get().place())
                                .count();
    }

    /** The version of what this person has: what it is and where. Moving up in the queue is nobody's edit. */
    public Version standing(ParticipantId who) {
        return bookingOf(who)
                .map(b -> "BOOKED-" + b.place())
                .or(() -> offerOf(who).map(o -> "OFFERED-" + o.place()))
                .or(() -> waitingOf(who).map(w -> "WAITING-" + w.place()))
                .map(Version::new)
                .orElse(NOTHING);
    }

    Places book(Booking booking) {
        var others = without(booking.who());
        return new Places(with(others.booked, booking), others.offers, others.waiting);
    }

    Places queue(Waiting more) {
        var others = without(more.who());
        return new Places(others.booked, others.offers, with(others.waiting, more));
    }

    Places offer(Offer offer) {
        var others = without(offer.who());
        return new Places(others.booked, with(others.offers, offer), others.waiting);
    }

    /** The same place in the list, so that moving costs nobody their order. */
    Places move(ParticipantId who, PlaceKind to) {
        return new Places(
                booked.stream()
                        .map(b -> b.who().equals(who) ? new Booking(who, to, b.trial()) : b)
                        .toList(),
                offers,
                waiting);
    }

    Places without(ParticipantId who) {
        return new Places(
                kept(booked, b -> !b.who().equals(who)),
                kept(offers, o -> !o.who().equals(who)),
                kept(waiting, w -> !w.who().equals(who)));
    }

    /** Once a class is over nobody waits any more. */
    Places settled() {
        return new Places(booked, List.of(), List.of());
    }

    private static <T> List<T> kept(List<T> all, Predicate<T> which) {
        return all.stream().allMatch(which) ? all : all.stream().filter(which).toList();
    }

    private static <T> List<T> with(List<T> all, T more) {
        var longer = new ArrayList<>(all);
        longer.add(more);
        return longer;
    }
}
