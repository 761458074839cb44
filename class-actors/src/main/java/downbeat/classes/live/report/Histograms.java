package downbeat.classes.live.report;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/**
 * The two shapes of all histograms, microseconds both: of cues up to 60 seconds with three significant digits, and of what
 * people and links take up to an hour with two.
 */
public final class Histograms {
    public static final long HIGHEST_MICROS = 60_000_000;
    public static final long HOUR_MICROS = 3_600_000_000L;
    private static final int DIGITS = 3;
    private static final int FEW_DIGITS = 2;

    private Histograms() {}

    public static Histogram empty() {
        return new Histogram(HIGHEST_MICROS, DIGITS);
    }

    /** Of what people and links take. */
    public static Histogram wide() {
        return new Histogram(HOUR_MICROS, FEW_DIGITS);
    }

    /** Counts a value; what lies beyond the ends counts at the end. */
    public static void count(Histogram into, long micros) {
        into.recordValue(Math.clamp(micros, 0, into.getHighestTrackableValue()));
    }

    /** HdrHistogram's V2 compressed encoding in base64: what every HdrHistogram tool reads. */
    public static String encode(Histogram histogram) {
        var buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        var length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(buffer.array(), length));
    }

    /** @throws IllegalArgumentException if it is not such an encoding */
    public static Histogram decode(String encoded) {
        try {
            return Histogram.decodeFromCompressedByteBuffer(
                    ByteBuffer.wrap(Base64.getDecoder().decode(encoded)), HIGHEST_MICROS);
        } catch (DataFormatException e) {
            throw new IllegalArgumentException("not a compressed HdrHistogram", e);
        }
    }

    /** A percentile in milliseconds; 0 of an empty histogram. */
    public static double millis(Histogram histogram, double percentile) {
        return histogram.getTotalCount() == 0 ? 0 : histogram.getValueAtPercentile(percentile) / 1000.0;
    }

    public static double maxMillis(Histogram histogram) {
        return histogram.getTotalCount() == 0 ? 0 : histogram.getMaxValue() / 1000.0;
    }
}
