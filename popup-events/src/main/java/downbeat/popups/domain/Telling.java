package downbeat.popups.domain;

import downbeat.kernel.Decision;
import downbeat.kernel.OfferTime;
import downbeat.popups.domain.PopUp.Written;
import downbeat.popups.domain.door.Door;
import downbeat.popups.domain.ticket.Desk;
import downbeat.popups.domain.ticket.Roll;
import downbeat.popups.domain.ticket.Waiting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Facts being decided one after the other, each on the state that the ones before it make. */
final class Telling {
    private final Instant now;
    private final List<PopUpEvent> events = new ArrayList<>();
    private Written state;

    Telling(Written state, Instant now) {
        this.state = state;
        this.now = now;
    }

    Written state() {
        return state;
    }

    Sheet sheet() {
        return state.sheet();
    }

    Desk desk() {
        return state.sheet().desk();
    }

    Roll roll() {
        return state.sheet().roll();
    }

    Door door() {
        return state.sheet().door();
    }

    Instant now() {
        return now;
    }

    List<PopUpEvent> events() {
        return events;
    }

    void tell(PopUpEvent event) {
        events.add(event);
        if (Story.after(state, event) instanceof Written next) {
            state = next;
        }
    }

    /**
     * Every path that frees capacity ends here: what is free goes to those who wait, first come first; those whose kind is
     * full let others go before. Once it is over nobody is offered anything.
     */
    Telling serveWaiting() {
        var next = nextToServe();
        while (next.isPresent()) {
            tell(new PopUpEvent.PlaceOffered(
                    next.get().who(),
                    next.get().kind(),
                    OfferTime.end(now, sheet().window().start()),
                    now));
            next = nextToServe();
        }
        return this;
    }

    private Optional<Waiting> nextToServe() {
        boolean over = !now.isBefore(sheet().window().end());
        if (over || desk().waiting().isEmpty() || sheet().taken().left() == 0) {
            return Optional.empty();
        }
        var free = sheet().details().kinds().stream()
                .filter(kind -> sheet().left(kind) > 0)
                .map(kind -> kind.id())
                .toList();
        return desk().waiting().stream()
                .filter(waiting -> free.contains(waiting.kind()))
                .findFirst();
    }

    Decision<PopUpEvent, PopUpReply> replying(PopUpReply reply) {
        return Decision.accept(reply, events);
    }

    Decision<PopUpEvent, PopUpReply> done() {
        return replying(new PopUpReply.Done(state.phase(), sheet().sequence(), sheet().edition()));
    }
}
