package downbeat.drops.domain;

import downbeat.drops.domain.Drop.Written;
import downbeat.drops.domain.claim.Claims;
import downbeat.kernel.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Facts being decided one after the other, each on the state that the ones before it make. */
final class Telling {
    private final Instant now;
    private final List<DropEvent> events = new ArrayList<>();
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

    DropDetails details() {
        return state.sheet().details();
    }

    Claims claims() {
        return state.sheet().claims();
    }

    Instant now() {
        return now;
    }

    List<DropEvent> events() {
        return events;
    }

    void tell(DropEvent event) {
        events.add(event);
        if (Story.after(state, event) instanceof Written next) {
            state = next;
        }
    }

    Decision<DropEvent, DropReply> replying(DropReply reply) {
        return Decision.accept(reply, events);
    }

    Decision<DropEvent, DropReply> done() {
        return replying(new DropReply.Done(state.phase(), sheet().edition()));
    }
}
