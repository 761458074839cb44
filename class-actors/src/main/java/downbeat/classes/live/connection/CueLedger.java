package downbeat.classes.live.connection;

import downbeat.classes.live.clock.ClassTime;
import downbeat.classes.live.log.CueKind;
import downbeat.classes.live.log.CueLog;
import downbeat.classes.live.message.ConnectionMessage.CueFrame;
import downbeat.classes.live.report.AckBatch;
import downbeat.classes.live.report.How;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When each cue was sent over one socket, and what became of it. Over a socket's life {@code sent = acked + unacked + still
 * waiting}; a cue carried from an earlier socket was counted sent and unacked there, and an ack here takes that back. So is
 * a cue that was pushed out by newer ones before its ack came.
 *
 * <p>Latency is sampled of cues that are executed on arrival only: of LIVE and CONTROL cues the upper bound
 * {@code (ack received − cue sent) − held} and the estimate {@code ct − issuedAt}; of PLANNED cues the skew
 * {@code ct − at}. Replayed and withdrawn cues give no samples. Not thread-safe.
 */
final class CueLedger {
    /** Cues remembered: ten a second for a hundred seconds. */
    static final int REMEMBERED = 1024;

    /** Cues beyond these that may still be acked: a replay of the whole log goes out faster than any device acks it. */
    static final int MOST_CARRIED = CueLog.WINDOW;

    /** After this long past its execution a cue without an ack counts as unacked. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private enum Fate {
        WAITING,
        ACKED,
        UNACKED
    }

    private static final class Sent {
        final CueFrame cue;
        final long nanos;
        final long dueNanos;
        Fate fate = Fate.WAITING;

        Sent(CueFrame cue, long nanos) {
            this.cue = cue;
            this.nanos = nanos;
            this.dueNanos = nanos + aheadNanos(cue) + PATIENCE.toNanos();
        }

        private static long aheadNanos(CueFrame cue) {
            var at = cue.at();
            return at == null ? 0 : Math.max(0, at.since(cue.issuedAt()).toNanos());
        }
    }

    private final @Nullable Sent[] ring = new Sent[REMEMBERED];
    private final Set<Long> carried = new HashSet<>();
    private final Tallied since = new Tallied();
    private long newest;
    private long oldestWaiting = Long.MAX_VALUE;

    /** Offsets sent over an earlier socket of this device that may still be acked. */
    void carry(Collection<Long> offsets) {
        offsets.stream().limit(MOST_CARRIED).forEach(carried::add);
    }

    /**
     * The cue goes out.
     *
     * @param nanos when it was ready to, by the monotonic clock
     */
    void sent(CueFrame cue, long nanos) {
        var slot = slot(cue.offset());
        var before = ring[slot];
        if (before != null && before.fate == Fate.WAITING) {
            giveUp(before);
            if (carried.size() < MOST_CARRIED) {
                carried.add(before.cue.offset());
            }
        }
        ring[slot] = new Sent(cue, nanos);
        newest = Math.max(newest, cue.offset());
        oldestWaiting = Math.min(oldestWaiting, cue.offset());
        if (carried.remove(cue.offset())) {
            since.unacked--;
        } else {
            since.sent++;
        }
    }

    void acked(Ack ack, long nanos) {
        var sent = ring[slot(ack.offset())];
        if (sent == null || sent.cue.offset() != ack.offset()) {
            unknown(ack);
        } else if (!(ack.heldMillis() >= 0 && ack.heldMillis() * 1e6 <= nanos - sent.nanos)) {
            since.forged++;
        } else if (sent.fate != Fate.ACKED) {
            if (sent.fate == Fate.UNACKED) {
                since.unacked--;
            }
            sent.fate = Fate.ACKED;
            since.took(ack.how());
            sample(sent, ack, nanos);
        }
    }

    /** The device came for the first time and is attached; how long it took, microseconds. */
    void joined(long micros) {
        since.joinMicros = micros;
    }

    /** What the device said of its own clock. Negative is unknown. */
    void heard(double rttMillis, double boundMillis) {
        since.rttMillis = rttMillis >= 0 ? rttMillis : since.rttMillis;
        since.boundMillis = boundMillis;
    }

    /** Everything since the last time; cues waiting for too long are counted as unacked. */
    AckBatch drain(long nanos) {
        for (var offset = firstWaiting(); offset <= newest; offset++) {
            var sent = ring[slot(offset)];
            if (sent != null && sent.cue.offset() == offset && sent.fate == Fate.WAITING && sent.dueNanos <= nanos) {
                giveUp(sent);
            }
        }
        advance();
        return since.take();
    }

    /** The socket is gone: nothing that waits will be acked over it. */
    AckBatch end() {
        return drain(Long.MAX_VALUE);
    }

    /** Offsets sent and not acked, carried ones too, in order. */
    List<Long> outstanding() {
        var offsets = new ArrayList<Long>(carried);
        for (var offset = Math.max(1, newest - REMEMBERED + 1); offset <= newest; offset++) {
            var sent = ring[slot(offset)];
            if (sent != null && sent.cue.offset() == offset && sent.fate != Fate.ACKED) {
                offsets.add(offset);
            }
        }
        return offsets.stream().sorted().toList();
    }

    private void unknown(Ack ack) {
        if (carried.remove(ack.offset())) {
            since.unacked--;
            since.took(ack.how());
        } else if (ack.offset() > newest - REMEMBERED) {
            since.forged++;
        }
    }

    private void sample(Sent sent, Ack ack, long nanos) {
        var cue = sent.cue;
        var executed = ack.how() == How.ONTIME || ack.how() == How.LATE;
        if (cue.replay() || !(executed || ack.how() == How.EXPIRED)) {
            return;
        }
        if (cue.kind() != CueKind.PLANNED) {
            since.upper.add((long) ((nanos - sent.nanos) / 1e3 - ack.heldMillis() * 1e3));
        }
        if (Double.isNaN(ack.ctMillis())) {
            return;
        }
        var ct = ClassTime.ofMillis(ack.ctMillis()).micros();
        if (cue.kind() != CueKind.PLANNED) {
            since.estimate.add(Math.max(0, ct - cue.issuedAt().micros()));
        } else if (executed && cue.at() != null) {
            since.skew.add(ct - cue.at().micros());
        }
    }

    private void giveUp(Sent sent) {
        sent.fate = Fate.UNACKED;
        since.unacked++;
    }

    private void advance() {
        var offset = firstWaiting();
        while (offset <= newest && !waits(offset)) {
            offset++;
        }
        oldestWaiting = offset > newest ? Long.MAX_VALUE : offset;
    }

    private boolean waits(long offset) {
        var sent = ring[slot(offset)];
        return sent != null && sent.cue.offset() == offset && sent.fate == Fate.WAITING;
    }

    private long firstWaiting() {
        return Math.max(oldestWaiting, Math.max(1, newest - REMEMBERED + 1));
    }

    private static int slot(long offset) {
        return (int) (offset % REMEMBERED);
    }
}
