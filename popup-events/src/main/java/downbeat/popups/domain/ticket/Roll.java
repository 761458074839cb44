package downbeat.popups.domain.ticket;

import downbeat.kernel.ParticipantId;
import downbeat.popups.domain.kind.KindId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All tickets ever sold, by number. Written on pages, so that a change of one of ten thousand copies one page and the list
 * of pages and not all of them.
 */
public record Roll(List<List<Ticket>> pages) {
    public static final Roll EMPTY = new Roll(List.of());

    /** Sold over the whole life of a pop-up: five times the largest capacity. */
    public static final int MOST = 50_000;

    static final int PAGE = 128;

    public Roll {
        pages = List.copyOf(pages);
    }

    public int size() {
        return pages.isEmpty() ? 0 : (pages.size() - 1) * PAGE + pages.getLast().size();
    }

    /** The number that the ticket sold next will have. */
    public TicketId next() {
        return TicketId.of(size() + 1);
    }

    public Optional<Ticket> find(TicketId id) {
        int index = id.number() - 1;
        return index < size() ? Optional.of(pages.get(index / PAGE).get(index % PAGE)) : Optional.empty();
    }

    public Stream<Ticket> all() {
        return pages.stream().flatMap(List::stream);
    }

    public Stream<Ticket> of(ParticipantId who) {
        return all().filter(ticket -> ticket.valid() && ticket.of(who));
    }

    public int sold() {
        return count(Ticket::valid);
    }

    public int sold(KindId kind) {
        return count(ticket -> ticket.valid() && ticket.kind().equals(kind));
    }

    public int sold(KindId kind, ParticipantId who) {
        return count(ticket -> ticket.valid() && ticket.kind().equals(kind) && ticket.of(who));
    }

    private int count(Predicate<Ticket> which) {
        int count = 0;
        for (var page : pages) {
            for (var ticket : page) {
                if (which.test(ticket)) {
                    count++;
                }
            }
        }
        return count;
    }

    /** A ticket whose number is not the next is let pass: it was sold before. */
    public Roll add(Ticket more) {
        if (more.id().number() != size() + 1) {
            return this;
        }
        var all = new ArrayList<>(pages);
        var last = all.isEmpty() || all.getLast().size() == PAGE
                ? new ArrayList<Ticket>()
                : new ArrayList<>(all.removeLast());
        last.add(more);
        all.add(List.copyOf(last));
        return new Roll(all);
    }

    /** The ticket of the same number becomes this one. */
    public Roll replace(Ticket changed) {
        int index = changed.id().number() - 1;
        if (index >= size()) {
            return this;
        }
        var all = new ArrayList<>(pages);
        var page = new ArrayList<>(all.get(index / PAGE));
        page.set(index % PAGE, changed);
        all.set(index / PAGE, List.copyOf(page));
        return new Roll(all);
    }
}
