package downbeat.classes.plan.workout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OddWorkoutsTest {
    private static CuePlan zwo(String steps) throws BadWorkoutException {
        return text("<workout_file><workout>\n" + steps + "\n</workout></workout_file>");
    }

    private static CuePlan text(String file) throws BadWorkoutException {
        return WorkoutFiles.read("My ride.zwo", file.getBytes(StandardCharsets.UTF_8));
    }

    private static BadWorkoutException refusedStep(String steps) {
        return refused("<workout_file><workout>\n" + steps + "\n</workout></workout_file>");
    }

    private static BadWorkoutException refused(String file) {
        return catchThrowableOfType(BadWorkoutException.class, () -> text(file));
    }

    private static Segment only(String step) throws BadWorkoutException {
        var segments = zwo(step).segments();
        assertThat(segments).hasSize(1);
        return segments.getFirst();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<SteadyState Duration='60' Power='0.75'/>            | STEADY      | 75  | 75",
                "<steadystate duration='60' power='75'/>              | STEADY      | 75  | 75",
                "<SolidState Duration='60,5' Power='0,75'/>           | STEADY      | 75  | 75",
                "<SteadyState Duration='60' Power='75%'/>             | STEADY      | 75  | 75",
                "<SteadyState Duration='1:00' Zone='2'/>              | STEADY      | 60  | 75",
                "<SteadyState Duration='60' PowerLow='0.8' PowerHigh='1'/> | STEADY | 80  | 100",
                "<SteadyState Duration='60' Power='0'/>               | REST        | 0   | 0",
                "<Warmup Duration='60.0' PowerLow='.5' PowerHigh='1'/> | WARMUP     | 50  | 100",
                "<Cooldown Duration='60' PowerLow='0.4' PowerHigh='0.7'/> | COOLDOWN | 70 | 40",
                "<Ramp Duration='60' PowerLow='0.9' PowerHigh='0.7'/> | RAMP        | 90  | 70",
                "<IntervalsT OnDuration='60' OffDuration='0' PowerOnLow='1' PowerOnHigh='1.2'/> | INTERVAL_ON | 100 | 120",
            })
    void steps_are_understood_however_they_are_spelled(String step, SegmentKind kind, double from, double to)
            throws Exception {
        var segment = only(step);

        assertThat(segment.kind()).isEqualTo(kind);
        assertThat(segment.power()).contains(new PowerRange(from, to));
    }

    @Test
    void steps_without_a_target_are_free_or_all_out() throws Exception {
        assertThat(only("<Freeride Duration='60' FlatRoad='1'/>").kind()).isEqualTo(SegmentKind.FREE);
        assertThat(only("<MaxEffort Duration='10'/>").label()).isEqualTo("All out");
    }

    @Test
    void cadences_of_effort_and_rest_are_told_apart() throws Exception {
        var segments = zwo("<IntervalsT Repeat='2' OnDuration='30' OffDuration='30' OnPower='1.2' OffPower='0.5'"
                        + " CadenceLow='90' CadenceHigh='110' CadenceResting='85'/>")
                .segments();

        assertThat(segments).extracting(s -> s.cadence().getAsInt()).containsExactly(100, 85, 100, 85);
        assertThat(zwo("<SteadyState Duration='30' Power='1.2' Cadence='100'/>")
                        .cues()
                        .getFirst()
                        .text())
                .isEqualTo("30 seconds at 120 percent, 100 rpm");
    }

    @Test
    void texts_are_found_under_all_their_names() throws Exception {
        var plan = zwo("""
                <SteadyState Duration='60' Power='0.7'>
                  <TextEvent TimeOffset='5' message='one'/>
                  <textevent timeoffset='10' mssage='two &amp; a half'/>
                  <TextNotification timeOffset='15' text='three & four' duration='7'/>
                  <textevent timeoffset='20' y='270' message='below'/>
                  <textevent timeoffset='20' y='240' message='above'/>
                </SteadyState>""");

        assertThat(plan.texts())
                .extracting("text")
                .containsExactly("one", "two & a half", "three & four", "above below");
    }

    @Test
    void the_encoding_is_what_the_bytes_say() throws Exception {
        var file = "<?xml version='1.0' encoding='UTF-16'?><workout_file><name>Größe 🚴</name><workout>"
                + "<FreeRide Duration='60'/></workout></workout_file>";

        for (var bytes : new byte[][] {
            file.getBytes(StandardCharsets.UTF_8),
            file.getBytes(StandardCharsets.UTF_16),
            file.getBytes(StandardCharsets.UTF_16LE),
            ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8),
        }) {
            assertThat(WorkoutFiles.read("x.zwo", bytes).title()).isEqualTo("Größe 🚴");
        }
    }

    @Test
    void a_file_without_a_name_is_called_as_the_file() throws Exception {
        assertThat(zwo("<FreeRide Duration='60'/>").title()).isEqualTo("My ride");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<SteadyState Duration='60' Power='abc'/>          | 2 | SteadyState Power",
                "<SteadyState Duration='60' Power='NaN'/>          | 2 | SteadyState Power",
                "<SteadyState Duration='Infinity' Power='1'/>      | 2 | SteadyState Duration",
                "<SteadyState Duration='-5' Power='1'/>            | 2 | SteadyState Duration",
                "<SteadyState Duration='60' Power='-0.5'/>         | 2 | SteadyState Power",
                "<SteadyState Power='1'/>                          | 2 | SteadyState",
                "<SteadyState Duration='60'/>                      | 2 | SteadyState",
                "<Swim Duration='60'/>                             | 2 | Swim",
                "<FreeRide Duration='50000'/>                      | 2 | FreeRide Duration",
                "<IntervalsT Repeat='1001' OnDuration='1' OffDuration='1' OnPower='1' OffPower='1'/> | 2 | IntervalsT",
                "<FreeRide Duration='60'><textevent timeoffset='1'/></FreeRide> | 2 | textevent",
            })
    void a_bad_step_is_named_by_line_and_element(String step, int line, String element) {
        var refused = refusedStep(step);

        assertThat(refused.line()).isEqualTo(line);
        assertThat(refused.element()).isEqualTo(element);
    }

    @Test
    void a_run_by_distance_is_refused_with_the_reason() {
        assertThat(refused("<workout_file>\n<durationType>distance</durationType><workout/></workout_file>"))
                .hasMessageContaining("line 2, durationType")
                .hasMessageContaining("by distance");
    }

    @Test
    void own_document_types_and_entities_never_mean_anything() {
        var outside = refused("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>\n"
                + "<workout_file><name>&e;</name><workout><FreeRide Duration='60'/></workout></workout_file>");
        var laughs = refused("<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                + "<workout_file><name>&b;</name><workout><FreeRide Duration='60'/></workout></workout_file>");

        assertThat(outside).hasMessageContaining("DOCTYPE");
        assertThat(laughs).hasMessageContaining("DOCTYPE");
        assertThat(refused("<workout_file><name>&e;</name><workout><FreeRide Duration='60'/></workout></workout_file>"))
                .isNotNull();
    }

    @Test
    void too_much_is_refused() {
        assertThat(refused("<a>".repeat(1))).isNotNull();
        assertThat(refused("<workout_file>" + "<a>".repeat(50_000))).hasMessageContaining("deep");
        assertThat(refusedStep("<FreeRide Duration='1'/>".repeat(2001))).hasMessageContaining("2000 segments");
        assertThat(refusedStep("<FreeRide Duration='600'>" + "<textevent message='x'/>".repeat(5001) + "</FreeRide>"))
                .hasMessageContaining("5001");
        assertThat(refusedStep("<FreeRide Duration='43200'/><FreeRide Duration='1'/>"))
                .hasMessageContaining("12 hours");
        assertThat(refused(" ".repeat(WorkoutFiles.MAX_BYTES + 1))).hasMessageContaining("bytes");
        assertThat(refused("")).hasMessageContaining("empty");
    }

    @Test
    void a_course_takes_any_separator_order_and_lap() throws Exception {
        var plan = WorkoutFiles.read("a.mrc", """
                [COURSE HEADER]\r
                DESCRIPTION = Odd\r
                MINUTES PERCENT\r
                [END COURSE HEADER]\r
                [COURSE DATA]\r
                ; a remark\r
                2,0\t80\r
                0.0, 50\r
                1.0,50\r
                1.0;70\r
                1.5 LAP\r
                2.0   70\r
                3.0 80 ; the end\r
                [END COURSE DATA]\r
                """.getBytes(StandardCharsets.UTF_8));

        assertThat(plan.description()).isEqualTo("Odd");
        assertThat(plan.segments())
                .extracting(Segment::from)
                .containsExactly(
                        Duration.ZERO, Duration.ofSeconds(60), Duration.ofSeconds(90), Duration.ofSeconds(120));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MINUTES WATTS   | 0 100;1 100 | no FTP",
                "DISTANCE GRADE  | 0 1;1 1     | by distance",
                "MINUTES PERCENT | 0 100       | two points",
                "MINUTES PERCENT | 0;1 100     | two numbers",
                "MINUTES PERCENT | 0 x;1 100   | not a number",
                "MINUTES PERCENT | 0 -5;1 100  | out of range",
            })
    void a_bad_course_says_what_is_missing(String columns, String data, String reason) {
        var refused = refused("[COURSE HEADER]\n" + columns + "\n[END COURSE HEADER]\n[COURSE DATA]\n"
                + data.replace(';', '\n') + "\n[END COURSE DATA]\n");

        assertThat(refused).hasMessageContaining(reason);
    }

    @Test
    void a_course_that_is_cut_off_is_refused() {
        assertThat(refused("[COURSE DATA]\n0 50\n1 50\n")).hasMessageContaining("cut off");
    }
}
