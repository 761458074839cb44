package downbeat.classes.live.connection;

import akka.actor.typed.ActorRef;
import downbeat.classes.live.clock.RemoteClock;
import downbeat.classes.live.clock.Ticker;
import downbeat.classes.live.message.ConnectionMessage;
import downbeat.classes.live.message.RelayMessage;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a socket asks its relay for class time: many times at once to begin with, then every other second. Never while the
 * relay is on the socket's machine. Not thread-safe: it belongs to one socket.
 */
final class ClockProbes {
    /** Between the first ones. */
    static final Duration APART = Duration.ofMillis(50);

    private static final long AT_ONCE = 16;
    private static final int TICKS_PER_PROBE = 2;

    private final Ticker ticker;
    private final RemoteClock clock;
    private long ticks;
    private long probes;

    ClockProbes(Ticker ticker, RemoteClock clock) {
        this.ticker = ticker;
        this.clock = clock;
    }

    /** Whether the relay's clock is another machine's. */
    boolean needed() {
        return clock.probing();
    }

    /** A second has passed. */
    void tick() {
        ticks++;
    }

    /** Whether this second is one for a probe. */
    boolean atTick() {
        return over() && ticks % TICKS_PER_PROBE == 0;
    }

    /** Whether the first ones have been sent. */
    boolean over() {
        return probes >= AT_ONCE;
    }

    void probe(@Nullable Attachment tie, @Nullable ActorRef<ConnectionMessage> self) {
        if (tie != null && self != null && needed()) {
            tie.tell(new RelayMessage.AskTime(ticker.nanos(), self));
        }
        probes++;
    }
}
