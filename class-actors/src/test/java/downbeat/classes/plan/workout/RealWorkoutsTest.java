package downbeat.classes.plan.workout;

import static org.assertj.core.api.Assertions.assertThat;

import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PlannedVerb;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.SegmentKind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealWorkoutsTest {
    static byte[] bytes(String name) throws IOException {
        try (InputStream file = RealWorkoutsTest.class.getResourceAsStream("/workouts/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        }
    }

    private static CuePlan plan(String name) throws Exception {
        return WorkoutFiles.read(name, bytes(name));
    }

    @Test
    void the_ftp_test_has_its_segments_and_speaks_two_lines_as_one_sentence() throws Exception {
        var plan = plan("FTPTest.zwo");

        assertThat(plan.title()).isEqualTo("FTP Test");
        assertThat(plan.length()).isEqualTo(Duration.ofMinutes(73));
        assertThat(plan.segments()).hasSize(15);
        assertThat(plan.segments().getFirst().power()).contains(new PowerRange(30, 70));
        assertThat(plan.segments().get(13).kind()).isEqualTo(SegmentKind.FREE);
        assertThat(plan.texts()).hasSize(14);
        assertThat(plan.texts().get(1).text()).isEqualTo("Time to get warmed up and get your cadence up to 90-100rpm");
        assertThat(plan.texts().get(1).at()).isEqualTo(Duration.ofSeconds(35));
    }

    @Test
    void repeats_are_unrolled_and_named() throws Exception {
        var plan = plan("sample.zwo");

        assertThat(plan.segments()).hasSize(71);
        assertThat(plan.segments().get(8).label()).isEqualTo("Interval 1 of 10");
        assertThat(plan.segments().get(9).label()).isEqualTo("Recovery 1 of 10");
        assertThat(plan.segments().get(2).cadence()).hasValue(70);
        assertThat(plan.segments().getLast().power()).contains(new PowerRange(63, 43));
    }

    @Test
    void a_course_in_percent_has_ramps_and_texts() throws Exception {
        var plan = plan("TRwithTextCues.mrc");

        assertThat(plan.segments().get(1).kind()).isEqualTo(SegmentKind.RAMP);
        assertThat(plan.segments().get(1).power()).contains(new PowerRange(100, 140));
        assertThat(plan.texts()).extracting("at").containsExactly(Duration.ofSeconds(600), Duration.ofSeconds(615));
        assertThat(plan.texts().getFirst().text()).isEqualTo("This is a new message");
    }

    @Test
    void a_course_in_watts_becomes_percent_of_its_ftp() throws Exception {
        assertThat(plan("4x5m-110.erg").segments().get(5).power()).contains(PowerRange.of(110));
        assertThat(plan("15x30s-128.erg").length()).isEqualTo(Duration.ofMinutes(70));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FTPTest.zwo", "sample.zwo", "TRwithTextCues.mrc", "4x5m-110.erg", "15x30s-128.erg"})
    void every_change_is_announced_and_counted_down_and_survives_being_written(String name) throws Exception {
        var plan = plan(name);
        var again = WorkoutFiles.read("again.zwo", WorkoutFiles.writeZwo(plan));

        assertThat(again.segments()).isEqualTo(plan.segments());
        assertThat(again.texts()).isEqualTo(plan.texts());
        assertThat(plan.cues().stream().filter(c -> c.verb() == PlannedVerb.SEGMENT))
                .hasSameSizeAs(plan.segments());
        for (var segment : plan.segments().subList(1, plan.segments().size())) {
            for (int left = 1; left <= 3; left++) {
                int seconds = left;
                assertThat(plan.cues())
                        .anyMatch(c -> c.verb() == PlannedVerb.COUNT
                                && c.index() == seconds
                                && c.at().equals(segment.from().minusSeconds(seconds)));
            }
        }
    }

    /** Seeded: a failure names the round, which brings the same bytes again. */
    @ParameterizedTest
    @ValueSource(strings = {"FTPTest.zwo", "sample.zwo", "TRwithTextCues.mrc", "15x30s-128.erg"})
    void damaged_files_are_read_or_refused_and_nothing_else(String name) throws Exception {
        var original = bytes(name);
        for (int round = 0; round < 1500; round++) {
            var damaged = damaged(original, new Random(round));
            long start = System.nanoTime();
            try {
                var plan = WorkoutFiles.read(name, damaged);
                assertThat(plan.segments()).isNotEmpty();
            } catch (BadWorkoutException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            } catch (RuntimeException defect) {
                throw new AssertionError(name + " round " + round, defect);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }

    private static byte[] damaged(byte[] original, Random random) {
        var bytes = original.clone();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "0123456789.,-<>\"&/=[]".charAt(random.nextInt(21));
                case 2 -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
                default -> System.arraycopy(original, 0, bytes, at, Math.min(bytes.length - at, 40 % original.length));
            }
        }
        return bytes;
    }
}
