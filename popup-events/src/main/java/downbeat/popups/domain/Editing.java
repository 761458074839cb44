package downbeat.popups.domain;

import downbeat.kernel.Decision;
import downbeat.kernel.TimeWindow;
import downbeat.popups.domain.LifeRefusal.*;
import downbeat.popups.domain.PopUp.Written;
import downbeat.popups.domain.door.Door;
import downbeat.popups.domain.kind.TicketKind;
import downbeat.popups.domain.ticket.Ticket;
import java.time.Instant;
import java.util.Optional;

/** What may still change of a pop-up: everything of a draft, nothing to the harm of who has a ticket once it is published. */
final class Editing {
    private Editing() {}

    static Decision<PopUpEvent, PopUpReply> edit(Written state, PopUpDetails details, Instant now) {
        var sheet = state.sheet();
        var telling = new Telling(state, now);
        if (details.equals(sheet.details())) {
            return telling.done();
        }
        var unclear = StartTime.problem(details);
        if (unclear.isPresent()) {
            return Decision.refuse(unclear.get());
        }
        var window = StartTime.window(details);
        var problem = problem(state, details, window, now);
        if (problem.isPresent()) {
            return Decision.refuse(problem.get());
        }
        telling.tell(new PopUpEvent.PopUpEdited(details, window, now));
        if (!(state instanceof PopUp.Draft) && moved(sheet, details, window)) {
            telling.tell(new PopUpEvent.PopUpMoved(
                    sheet.details().place(), details.place(), sheet.window(), window, sheet.sequence() + 1, now));
        }
        return telling.serveWaiting().done();
    }

    private static boolean moved(Sheet before, PopUpDetails details, TimeWindow window) {
        return !window.equals(before.window())
                || !details.place().equals(before.details().place());
    }

    private static Optional<PopUpRefusal> problem(Written state, PopUpDetails details, TimeWindow window, Instant now) {
        if (state instanceof PopUp.Draft) {
            return Optional.empty();
        }
        return link(state.sheet(), details)
                .or(() -> time(state, details, window, now))
                .or(() -> capacity(state.sheet(), details))
                .or(() -> kinds(state.sheet(), details));
    }

    /** Before anybody has come in, nobody was in the room of the class that it was. */
    private static Optional<PopUpRefusal> link(Sheet before, PopUpDetails after) {
        boolean another = !after.linkedClass().equals(before.details().linkedClass());
        return another && before.roll().all().anyMatch(ticket -> cameIn(ticket, before.door()))
                ? Optional.of(new LinkFixedByGuests())
                : Optional.empty();
    }

    private static boolean cameIn(Ticket ticket, Door door) {
        return !ticket.passages(door).entries().isEmpty();
    }

    private static Optional<PopUpRefusal> time(Written state, PopUpDetails details, TimeWindow window, Instant now) {
        var before = state.sheet();
        if (state instanceof PopUp.DoorsOpen) {
            boolean elsewhere = !window.start().equals(before.window().start())
                    || !details.place().equals(before.details().place());
            if (elsewhere) {
                return Optional.of(new StartFixedByOpenDoors());
            }
            return window.end().isAfter(now) || window.equals(before.window())
                    ? Optional.empty()
                    : Optional.of(new EndInPast(window.end()));
        }
        return window.start().isAfter(now) ? Optional.empty() : Optional.of(new StartInPast(window.start()));
    }

    /** A supervisor may have sold beyond the capacity: that it stays as it is is no harm. */
    private static Optional<PopUpRefusal> capacity(Sheet before, PopUpDetails after) {
        int taken = before.taken().all();
        boolean lowered = after.capacity() < before.details().capacity();
        return lowered && after.capacity() < taken ? Optional.of(new CapacityBelowSold(taken)) : Optional.empty();
    }

    private static Optional<PopUpRefusal> kinds(Sheet before, PopUpDetails after) {
        return before.details().kinds().stream()
                .flatMap(kind -> kind(before, kind, after).stream())
                .findFirst();
    }

    private static Optional<PopUpRefusal> kind(Sheet before, TicketKind kind, PopUpDetails after) {
        int taken = before.taken(kind).all();
        boolean used = taken > 0 || before.desk().waitingFor(kind.id()) > 0;
        var changed = after.kind(kind.id());
        if (changed.isEmpty() || changed.get().category() != kind.category()) {
            return used ? Optional.of(new KindIsTaken(kind.id())) : Optional.empty();
        }
        int quota = changed.get().quota();
        return quota < kind.quota() && quota < taken
                ? Optional.of(new QuotaBelowSold(kind.id(), after.kinds().indexOf(changed.get()), taken))
                : Optional.empty();
    }
}
