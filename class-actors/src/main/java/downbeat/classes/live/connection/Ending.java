package downbeat.classes.live.connection;

import downbeat.classes.live.socket.SocketClosed;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The end of a socket: begins with a reason, and is over when the last replies are sent. Not thread-safe: it belongs to one
 * socket.
 */
final class Ending {
    /** How long the last replies may take before the socket closes without them. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Consumer<Throwable> close;
    private @Nullable SocketClosed why;
    private long since;

    /** @param close closes the socket with the code that its argument has */
    Ending(Consumer<Throwable> close) {
        this.close = close;
    }

    boolean begun() {
        return why != null;
    }

    void begin(int code, String reason, long nanos) {
        why = new SocketClosed(code, reason);
        since = nanos;
    }

    /** Time passes: an end that takes too long is over. */
    void tick(long nanos) {
        if (nanos - since > LAST_WORDS.toNanos()) {
            finish();
        }
    }

    /** Nothing more is to be said. */
    void finish() {
        if (why != null) {
            close.accept(why);
        }
    }

    /** With which the socket ends; negative when it does not end by our will. */
    int code() {
        return why == null ? -1 : why.code();
    }
}
