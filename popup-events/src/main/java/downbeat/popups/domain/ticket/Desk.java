package downbeat.popups.domain.ticket;

import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.kind.KindId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who is about to have a ticket. Nobody has two holds, and nobody is offered one and waits.
 *
 * @param waiting first come first
 */
public record Desk(List<Hold> holds, List<Offer> offers, List<Waiting> waiting) {
    public static final Desk EMPTY = new Desk(List.of(), List.of(), List.of());

    /** As many as the largest pop-up has places. */
    public static final int MOST_WAITING = 10_000;

    public Desk {
        holds = List.copyOf(holds);
        offers = List.copyOf(offers);
        waiting = List.copyOf(waiting);
    }

    public int held() {
        return holds.stream().mapToInt(Hold::count).sum();
    }

    public int held(KindId kind) {
        return holds.stream()
                .filter(hold -> hold.kind().equals(kind))
                .mapToInt(Hold::count)
                .sum();
    }

    public int offered(KindId kind) {
        return (int) offers.stream().filter(offer -> offer.kind().equals(kind)).count();
    }

    public int waitingFor(KindId kind) {
        return (int) waiting.stream().filter(one -> one.kind().equals(kind)).count();
    }

    public Optional<Hold> hold(HoldId id) {
        return holds.stream().filter(hold -> hold.id().equals(id)).findFirst();
    }

    public Optional<Hold> holdOf(ParticipantId who) {
        return holds.stream().filter(hold -> hold.who().equals(who)).findFirst();
    }

    public Optional<Offer> offerOf(ParticipantId who) {
        return offers.stream().filter(offer -> offer.who().equals(who)).findFirst();
    }

    public Optional<Waiting> waitingOf(ParticipantId who) {
        return waiting.stream().filter(one -> one.who().equals(who)).findFirst();
    }

    /** From 1, among those who wait for the same kind; 0 for one who does not wait. */
    public int position(ParticipantId who) {
        var mine = waitingOf(who);
        return mine.isEmpty()
                ? 0
                : 1
                        + (int) waiting.stream()
                                .takeWhile(one -> !one.who().equals(who))
                                .filter(one -> one.kind().equals(mine.get().kind()))
                                .count();
    }

    public Desk hold(Hold more) {
        return new Desk(with(holds, more), offers, waiting);
    }

    public Desk without(HoldId id) {
        return new Desk(kept(holds, hold -> !hold.id().equals(id)), offers, waiting);
    }

    public Desk queue(Waiting more) {
        var others = without(more.who());
        return new Desk(holds, others.offers, with(others.waiting, more));
    }

    public Desk offer(Offer more) {
        var others = without(more.who());
        return new Desk(holds, with(others.offers, more), others.waiting);
    }

    /** Without the offer or the waiting of somebody; a hold is not touched. */
    public Desk without(ParticipantId who) {
        return new Desk(
                holds,
                kept(offers, offer -> !offer.who().equals(who)),
                kept(waiting, one -> !one.who().equals(who)));
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
