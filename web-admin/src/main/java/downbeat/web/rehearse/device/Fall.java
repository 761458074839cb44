package downbeat.web.rehearse.device;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member's bandwidth falls for a while: when it did, and when the class had taken everything but sound from the device. */
final class Fall {
    /** Delay of a frame each way while it lasts, milliseconds: the queue of a line that carries too little. */
    static final double LEAST_MILLIS = 300;

    static final double MOST_MILLIS = 450;

    private static final Set<String> SOUND_AT_MOST = Set.of("AUDIO_FIRST", "CUE_ONLY");

    private volatile long fellNanos;
    private volatile @Nullable Long tookNanos;

    void fell(long nanos) {
        fellNanos = nanos;
    }

    /** The device is told its rung. */
    void told(String rung, long nanos) {
        if (fellNanos != 0 && tookNanos == null && SOUND_AT_MOST.contains(rung)) {
            tookNanos = nanos - fellNanos;
        }
    }

    /** How long it took until the device was told to be on AUDIO_FIRST or lower; null when it has not been. */
    @Nullable
    Long tookNanos() {
        return tookNanos;
    }
}
