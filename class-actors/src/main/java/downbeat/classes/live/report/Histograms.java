package downbeat.classes.live.report;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.zip.DataFormatException;
import org.HdrHistogram.Histogram;

/** The one shape of all histograms: microseconds from 1 to 60 seconds, three significant digits. */
public final class Histograms {
    public static final long HIGHEST_MICROS = 60_000_000;
    private static final int DIGITS = 3;

    private Histograms() {}

    public static Histogram empty() {
        return new Histogram(HIGHEST_MICROS, DIGITS);
    }

    /** Counts a value; what lies beyond the ends counts at the end. */
    public static void count(Histogram into, long micros) {
        into.recordValue(Math.clamp(micros, 0, HIGHEST_MICROS));
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
