package downbeat.web.rehearse.device;

import downbeat.web.rehearse.check.DeviceLedger;
import io.netty.channel.EventLoop;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The cues that a device holds and has not executed, each with its timer. A device without a link goes on executing them. */
final class Stand {
    /** A timer rings this early at first and is then set again, exactly: the clock may have been corrected meanwhile. */
    private static final double FINE_MILLIS = 100;
    /** Executing this early is as exact as a device can be. */
    private static final double EXACT_MILLIS = 0.3;

    private final EventLoop loop;
    private final WrongClock clock;
    private final ClassTime time;
    private final DeviceLedger ledger;
    private final AckBasket acks;
    private final Observer observer;
    private final Map<String, Waiting> waiting = new HashMap<>();
    private final Map<String, Integer> executedRev = new HashMap<>();

    private record Waiting(Execution cue, @Nullable ScheduledFuture<?> timer) {}

    Stand(EventLoop loop, WrongClock clock, ClassTime time, DeviceLedger ledger, AckBasket acks, Observer observer) {
        this.loop = loop;
        this.clock = clock;
        this.time = time;
        this.ledger = ledger;
        this.acks = acks;
        this.observer = observer;
    }

    /** A cue came: executes it now or when its time has come. */
    void put(Execution cue) {
        Waiting older = waiting.remove(cue.cueId());
        if (older != null) {
            cancel(older);
            ack(older.cue(), "WITHDRAWN");
        }
        if (cue.planned() && (cue.at().isEmpty() || executedRev.containsKey(cue.cueId()))) {
            ack(cue, "WITHDRAWN");
        } else if (cue.kind().equals("CONTROL") || cue.at().isEmpty() || (!cue.planned() && !time.known())) {
            execute(cue, 0);
        } else {
            arm(cue);
        }
    }

    /** Class time has become known: cues that waited for that get their timers. */
    void clockKnown() {
        for (Waiting held : waiting.values().toArray(Waiting[]::new)) {
            if (held.timer() == null) {
                arm(held.cue());
            }
        }
    }

    private void arm(Execution cue) {
        OptionalDouble at = cue.at();
        if (!time.known() || at.isEmpty()) {
            waiting.put(cue.cueId(), new Waiting(cue, null));
            return;
        }
        double left = at.getAsDouble() - time.now();
        if (left <= EXACT_MILLIS) {
            waiting.remove(cue.cueId());
            execute(cue, -left);
            return;
        }
        Execution inTime = cue.arrivedAhead();
        double timer = left > 2 * FINE_MILLIS ? left - FINE_MILLIS : left;
        ScheduledFuture<?> rings = loop.schedule(() -> rang(inTime), clock.trueNanosOf(timer), TimeUnit.NANOSECONDS);
        waiting.put(cue.cueId(), new Waiting(inTime, rings));
    }

    private void rang(Execution cue) {
        Waiting held = waiting.get(cue.cueId());
        if (held != null && held.cue().offset() == cue.offset()) {
            arm(cue);
        }
    }

    private void execute(Execution cue, double late) {
        String how = cue.how(late);
        boolean sounds = how.equals("ONTIME") || how.equals("LATE");
        if (cue.planned()) {
            executedRev.put(cue.cueId(), cue.rev());
        }
        if (sounds && !ledger.hasSounded(cue.cueId())) {
            ledger.sounded(cue.cueId());
        }
        observer.executed(
                ledger.device(),
                new Observer.Played(cue.cueId(), cue.rev(), cue.kind(), how, cue.ahead()),
                System.nanoTime());
        ack(cue, how);
    }

    private void ack(Execution cue, String how) {
        acks.add(cue.offset(), clock.ticks(), time.known() ? time.now() : null, how);
    }

    private static void cancel(Waiting held) {
        if (held.timer() != null) {
            held.timer().cancel(false);
        }
    }

    void clear() {
        waiting.values().forEach(Stand::cancel);
        waiting.clear();
    }
}
