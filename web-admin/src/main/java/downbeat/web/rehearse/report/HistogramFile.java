package downbeat.web.rehearse.report;

import java.io.FileNotFoundException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * The raw histograms of a rehearsal in the log format of HdrHistogram (V2, compressed), one tagged line each, so that anybody can
 * compute the report again with tools of their own.
 */
public final class HistogramFile {
    private HistogramFile() {}

    /** @throws FileNotFoundException when the file cannot be written */
    public static void write(Path file, Measurements measured, long startMillis, long endMillis)
            throws FileNotFoundException {
        try (PrintStream out = new PrintStream(file.toFile())) {
            HistogramLogWriter log = new HistogramLogWriter(out);
            log.outputComment("[downbeat rehearse: values are microseconds]");
            log.outputLogFormatVersion();
            log.outputStartTime(startMillis);
            log.outputLegend();
            for (Gauge gauge : Gauge.values()) {
                Histogram histogram = measured.histogram(gauge).copy();
                histogram.setTag(gauge.tag());
                histogram.setStartTimeStamp(startMillis);
                histogram.setEndTimeStamp(endMillis);
                log.outputIntervalHistogram(histogram);
            }
        }
    }
}
