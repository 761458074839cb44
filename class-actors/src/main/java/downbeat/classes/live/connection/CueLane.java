package downbeat.classes.live.connection;

import downbeat.classes.live.message.ConnectionMessage.CueFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Cues waiting for a socket. Live cues are limited in bytes and age. A replay is as long as the window of the log and may
 * take its time, as long as it moves: while it does, nothing behind it grows old.
 */
final class CueLane {
    /** Live cues waiting, in bytes. */
    static final long MOST_BYTES = 64 * 1024;

    static final Duration OLDEST = Duration.ofSeconds(2);

    /** @param nanos when it came */
    record Waiting(CueFrame cue, long nanos) {}

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private long bytes;
    private long replayed = Long.MIN_VALUE;

    void add(CueFrame cue, long nanos) {
        waiting.addLast(new Waiting(cue, nanos));
        bytes += weight(cue);
    }

    @Nullable
    Waiting take(long nanos) {
        var first = waiting.pollFirst();
        if (first != null) {
            bytes -= weight(first.cue);
            replayed = first.cue.replay() ? nanos : replayed;
        }
        return first;
    }

    boolean tooSlow(long nanos) {
        var first = waiting.peekFirst();
        return bytes > MOST_BYTES || (first != null && nanos - Math.max(first.nanos, replayed) > OLDEST.toNanos());
    }

    long bytes() {
        return bytes;
    }

    void clear() {
        waiting.clear();
        bytes = 0;
    }

    /** Frames are nearly all ASCII. */
    private static long weight(CueFrame cue) {
        return cue.replay() ? 0 : cue.frame().length();
    }
}
