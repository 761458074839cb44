package downbeat.classes.domain;

import downbeat.classes.domain.LiveClass.Written;
import downbeat.kernel.Decision;
import downbeat.kernel.OfferTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Facts being decided one after the other, each on the state that the ones before it make. */
final class Telling {
    private final Instant now;
    private final List<LiveClassEvent> events = new ArrayList<>();
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

    Places places() {
        return state.sheet().places();
    }

    Instant now() {
        return now;
    }

    List<LiveClassEvent> events() {
        return events;
    }

    void tell(LiveClassEvent event) {
        events.add(event);
        if (Story.after(state, event) instanceof Written next) {
            state = next;
        }
    }

    /** Every path that frees capacity ends here: what is free goes to those who wait, first come first. */
    Telling serveWaiting() {
        for (var place : PlaceKind.values()) {
            var next = places().nextFor(place);
            while (next.isPresent() && sheet().left(place) > 0) {
                tell(new LiveClassEvent.PlaceOffered(
                        next.get().who(),
                        place,
                        OfferTime.end(now, sheet().window().start()),
                        now));
                next = places().nextFor(place);
            }
        }
        return this;
    }

    Decision<LiveClassEvent, LiveClassReply> replying(LiveClassReply reply) {
        return Decision.accept(reply, events);
    }

    Decision<LiveClassEvent, LiveClassReply> done() {
        return replying(new LiveClassReply.Done(state.phase(), sheet().edition()));
    }
}
