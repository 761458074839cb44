package downbeat.classes.plan.workout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.SegmentKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoursesInTheWildTest {
    private static CuePlan course(String name, String header, String data, String texts) throws BadWorkoutException {
        return WorkoutFiles.read(name, file(header, data, texts).getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String header, String data, String texts) {
        return "[COURSE HEADER]\n" + header + "\n[END COURSE HEADER]\n[COURSE DATA]\n" + data
                + "\n[END COURSE DATA]\n[COURSE TEXT]\n" + texts + "\n[END COURSE TEXT]\n";
    }

    private static BadWorkoutException refused(String file) {
        return catchThrowableOfType(
                BadWorkoutException.class, () -> WorkoutFiles.read("a.mrc", file.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a.erg | FTP = 250;MINUTES WATTS     | 125",
                "a.mrc | FTP=250 W;minutes\twatts    | 125",
                "a.erg | MINUTES WATTS;FTP = 250watts | 125",
                "a.erg | FTP = 0;MINUTES PERCENTAGE  | 50",
                "a.mrc | FTP = unknown;;MINUTES FTP   | 50",
                "a.erg | Minutes Percent             | 50",
                "a.mrc |                             | 50",
                "a.erg | FTP = 250                   | 125",
            })
    void the_header_says_what_the_numbers_are(String name, String header, double power) throws Exception {
        var lines = header == null ? "" : header.replace(';', '\n');

        assertThat(course(name, lines, "0\t" + power + "\n5\t" + power, "")
                        .segments()
                        .getFirst()
                        .power())
                .contains(PowerRange.of(50));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FTP = 0", "FTP = 9000", "FTP = strong"})
    void watts_need_an_ftp_that_can_be(String ftp) {
        var refused = refused(file(ftp + "\nMINUTES WATTS", "0 100\n5 100", ""));

        assertThat(refused.line()).isEqualTo(2);
        assertThat(refused.element()).isEqualTo("FTP");
    }

    @Test
    void two_points_of_one_instant_are_a_step_and_others_a_ramp() throws Exception {
        var plan = course("a.mrc", "MINUTES PERCENT", "0 50\n5 50\n5 90\n7.5 60\n10 0\n12 0", "");

        assertThat(plan.segments())
                .extracting(s -> s.kind() + " " + s.length().toSeconds())
                .containsExactly("STEADY 300", "RAMP 150", "RAMP 150", "REST 120");
        assertThat(plan.segments().get(1).kind()).isEqualTo(SegmentKind.RAMP);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "600@Rep 3 of 5@15     | Rep 3 of 5  | 15",
                "600@Rep 3 of 5        | Rep 3 of 5  | 10",
                "600@ Hold 90 @ 20     | Hold 90     | 20",
                "600 Half way 20       | Half way    | 20",
                "600 Half way          | Half way    | 10",
                "600,Half way,20       | Half way    | 20",
                "600  \"Go, go\"  20   | Go, go      | 20",
                "600 Wait for it ...   | Wait for it ... | 10",
                "10:00@Half way@0      | Half way    | 10",
                "600 Go 5 5.5          | Go 5        | 5.5",
            })
    void a_text_keeps_its_words_and_its_time_to_show(String line, String words, double show) throws Exception {
        var text = course("a.mrc", "MINUTES PERCENT", "0 50\n20 50", line.replace('@', '\t'))
                .texts()
                .getFirst();

        assertThat(text.at()).isEqualTo(Duration.ofMinutes(10));
        assertThat(text.text()).isEqualTo(words);
        assertThat(text.show()).isEqualTo(Duration.ofMillis(Math.round(show * 1000)));
    }

    @Test
    void old_line_ends_and_an_old_encoding_are_read() throws Exception {
        var file = file("DESCRIPTION = Über\nMINUTES PERCENT", "0 50\n5 50", "60\tGrüße\t5")
                .replace('\n', '\r');

        var plan = WorkoutFiles.read("a.mrc", file.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(plan.description()).isEqualTo("Über");
        assertThat(plan.texts().getFirst().text()).isEqualTo("Grüße");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[END COURSE HEADER] | 3 | [COURSE HEADER] | line 1",
                "[END COURSE DATA]   | 7 | [COURSE DATA]   | line 4",
                "[END COURSE TEXT]   | 9 | [COURSE TEXT]   | line 8",
            })
    void a_section_without_an_end_is_named_by_its_lines(String end, int line, String section, String opened) {
        var refused = refused(file("MINUTES PERCENT", "0 50\n5 50", "60 Go 5").replace(end + "\n", ""));

        assertThat(refused).hasMessageContaining(opened + " ").hasMessageContaining(end);
        assertThat(refused.line()).isEqualTo(line);
        assertThat(refused.element()).isEqualTo(section);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 50;5 x;6 50  | 6 | power",
                "0 50;5;6 50    | 6 | [COURSE DATA]",
                "0 50;x 50;6 50 | 6 | minutes",
                "0 50;900 50    | 6 | minutes",
                "0 50;5 2000    | 6 | power",
            })
    void a_bad_point_is_named_by_line(String data, int line, String element) {
        var refused = refused(file("MINUTES PERCENT", data.replace(';', '\n'), ""));

        assertThat(refused.line()).isEqualTo(line);
        assertThat(refused.element()).isEqualTo(element);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"soon Go | [COURSE TEXT] time", "600 | [COURSE TEXT]"})
    void a_bad_text_is_named_by_line(String text, String element) {
        var refused = refused(file("MINUTES PERCENT", "0 50\n20 50", text));

        assertThat(refused.line()).isEqualTo(9);
        assertThat(refused.element()).isEqualTo(element);
    }
}
