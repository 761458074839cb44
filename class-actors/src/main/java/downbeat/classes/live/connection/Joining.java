package downbeat.classes.live.connection;

import downbeat.classes.live.meter.DoorMeters;
import downbeat.classes.live.meter.DoorMeters.Entry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A device comes for the first time: how long it takes and what becomes of it. Who resumes is not counted. */
final class Joining {
    static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);

    private final DoorMeters metrics;
    private final long openedAt;
    private boolean over;

    /** @param openedAt when the socket was, by the monotonic clock */
    Joining(DoorMeters metrics, long openedAt) {
        this.metrics = metrics;
        this.openedAt = openedAt;
    }

    /**
     * Whether it has taken too long: the device to say {@code connect}, or after that, within as long again, its token to be
     * checked.
     */
    boolean late(Frame.@Nullable Connect connect, long nanos) {
        return nanos - openedAt > (connect == null ? CONNECT_WITHIN : CONNECT_WITHIN.multipliedBy(2)).toNanos();
    }

    /** The device is attached. Its ledger takes how long that took. */
    void attached(Frame.@Nullable Connect connect, long nanos, CueLedger ledger) {
        if (came(connect, Entry.ATTACHED)) {
            ledger.joined((nanos - openedAt) / 1000);
        }
    }

    /**
     * The socket is gone.
     *
     * @param code with which it was ended; negative when the device went by itself
     */
    void gone(Frame.@Nullable Connect connect, int code) {
        came(
                connect,
                switch (code) {
                    case Close.BAD_TOKEN -> Entry.TOKEN;
                    case Close.ENDED -> Entry.CLOSED;
                    case Close.GOING_AWAY -> Entry.UNAVAILABLE;
                    default -> Entry.LEFT;
                });
    }

    /** Whether it is the first word of a first visit. */
    private boolean came(Frame.@Nullable Connect connect, Entry entry) {
        if (over || connect == null || connect.resume() != null) {
            return false;
        }
        over = true;
        metrics.came(entry);
        return true;
    }
}
