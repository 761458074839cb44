package downbeat.web.rehearse.report;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.web.rehearse.device.Observer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report computed again by somebody else, who has the file and HdrHistogram and nothing of ours. */
class HistogramFileTest {
    @TempDir
    Path directory;

    @Test
    void the_report_can_be_computed_again_from_the_raw_histograms() throws Exception {
        Measurements measured = aClass();
        Path file = directory.resolve("rehearsal.hlog");
        HistogramFile.write(file, measured, 1_000_000, 1_060_000);

        Map<String, Histogram> read = new HashMap<>();
        try (HistogramLogReader log = new HistogramLogReader(file.toFile())) {
            for (EncodableHistogram next = log.nextIntervalHistogram();
                    next != null;
                    next = log.nextIntervalHistogram()) {
                read.put(String.valueOf(next.getTag()), (Histogram) next);
            }
        }

        assertThat(read).hasSize(Gauge.values().length);
        for (Gauge gauge : Gauge.values()) {
            Histogram raw = read.get(gauge.tag());
            assertThat(raw).as(gauge.tag()).isNotNull();
            Percentiles reported = measured.percentiles(gauge);
            assertThat(reported.count()).isPositive().isEqualTo(raw.getTotalCount());
            assertThat(reported.p50()).isEqualTo(raw.getValueAtPercentile(50) / 1000.0);
            assertThat(reported.p95()).isEqualTo(raw.getValueAtPercentile(95) / 1000.0);
            assertThat(reported.p99()).isEqualTo(raw.getValueAtPercentile(99) / 1000.0);
            assertThat(reported.max()).isEqualTo(raw.getMaxValue() / 1000.0);
        }
    }

    private static Measurements aClass() {
        Random random = new Random(7);
        Measurements measured = new Measurements();
        for (int member = 0; member < 40; member++) {
            measured.pressed("m-" + member, 0);
            measured.toldOfTheClass(random.nextLong(900_000_000));
        }
        for (int cue = 0; cue < 50; cue++) {
            String live = "t-" + cue;
            measured.published(live, 0);
            measured.safe(live, random.nextLong(9_000_000));
            for (int member = 0; member < 40; member++) {
                measured.joined("m-" + member, random.nextLong(500_000_000));
                measured.received(live, random.nextLong(30_000_000));
                measured.executed("m-" + member, played(live, "LIVE"), random.nextLong(90_000_000));
                measured.executed("m-" + member, played("p-" + cue, "PLANNED"), random.nextLong(20_000_000));
            }
        }
        measured.lost("m-0");
        measured.executed("m-0", played("p-away", "PLANNED"), random.nextLong(20_000_000));
        measured.executed("m-1", played("p-away", "PLANNED"), random.nextLong(20_000_000));
        measured.back("m-0", random.nextLong(300_000_000));
        measured.finish();
        return measured;
    }

    private static Observer.Played played(String cueId, String kind) {
        return new Observer.Played(cueId, 0, kind, "ONTIME", true);
    }

    @Test
    void skew_is_the_distance_from_the_median_member_and_spread_from_first_to_last() {
        Measurements measured = new Measurements();
        measured.executed("a", played("p-1", "PLANNED"), 100_000_000);
        measured.executed("b", played("p-1", "PLANNED"), 104_000_000);
        measured.executed("c", played("p-1", "PLANNED"), 110_000_000);
        measured.finish();
        assertThat(measured.percentiles(Gauge.SKEW).max()).isBetween(5.99, 6.01);
        assertThat(measured.percentiles(Gauge.SPREAD).max()).isBetween(9.99, 10.01);
    }

    @Test
    void what_a_device_without_a_link_executes_is_told_apart_until_it_is_back() {
        Measurements measured = new Measurements();
        measured.lost("a");
        measured.executed("a", played("p-1", "PLANNED"), 100_000_000);
        measured.executed("b", played("p-1", "PLANNED"), 107_000_000);
        measured.back("a", 80_000_000);
        measured.executed("a", played("p-2", "PLANNED"), 200_000_000);
        measured.finish();
        assertThat(measured.percentiles(Gauge.SKEW_AWAY).count()).isEqualTo(1);
        assertThat(measured.percentiles(Gauge.SKEW_AWAY).max()).isBetween(6.99, 7.01);
        assertThat(measured.percentiles(Gauge.BACK).max()).isBetween(79.9, 80.1);
        assertThat(measured.plannedDone(2)).as("three of four").isEqualTo(0.75);
    }

    @Test
    void what_was_late_is_counted_by_how() {
        Measurements measured = new Measurements();
        measured.executed("a", new Observer.Played("t-1", 0, "LIVE", "LATE", false), 1);
        measured.executed("a", new Observer.Played("t-2", 0, "LIVE", "EXPIRED", false), 1);
        measured.executed("a", new Observer.Played("t-3", 0, "LIVE", "ONTIME", false), 1);
        assertThat(measured.lateByHow()).isEqualTo(Map.of("LATE", 1L, "EXPIRED", 1L));
    }
}
