package downbeat.classes.plan.workout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PowerRange;
import downbeat.classes.plan.SegmentKind;
import downbeat.classes.plan.SpokenText;
import downbeat.classes.plan.Sport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Zwift's own workouts and common editors really write, see github.com/h4l/zwift-workout-file-reference. */
class ZwoInTheWildTest {
    private static CuePlan zwo(String steps) throws BadWorkoutException {
        return text("<workout_file><workout>\n" + steps + "\n</workout></workout_file>");
    }

    private static CuePlan text(String file) throws BadWorkoutException {
        return WorkoutFiles.read("My ride.zwo", file.getBytes(StandardCharsets.UTF_8));
    }

    private static BadWorkoutException refused(String file) {
        return catchThrowableOfType(BadWorkoutException.class, () -> text(file));
    }

    @Test
    void texts_in_a_set_count_from_its_first_repeat() throws Exception {
        var plan = zwo("""
                <Warmup Duration="100" PowerLow="0.4" PowerHigh="0.7"><textevent message="Hello"/></Warmup>
                <IntervalsT Repeat="3" OnDuration="30" OffDuration="60" OnPower="1.2" OffPower="0.5">
                  <textevent timeoffset="0" message="First"/>
                  <textevent timeoffset="95" duration="5" message="Second"/>
                  <textevent timeoffset="269" message="Last"/>
                </IntervalsT>
                <FreeRide Duration="60"><TextEvent TimeOffset="10" Duration="20" message="Easy"/></FreeRide>""");

        assertThat(plan.texts())
                .containsExactly(
                        said(0, "Hello", 10),
                        said(100, "First", 10),
                        said(195, "Second", 5),
                        said(369, "Last", 10),
                        said(380, "Easy", 20));
    }

    private static SpokenText said(int second, String text, int show) {
        return new SpokenText(Duration.ofSeconds(second), text, Duration.ofSeconds(show));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<SteadyState Duration='22' Target='0.6' Slop='2.5' NeverFails='1'/> | STEADY | 60 | 60",
                "<SteadyState Duration='60' Power='0.50449997' pace='-1307163960' units='1'/> | STEADY | 50.45 | 50.45",
                "<SteadyState Duration='60' Power='.81' Text='text' show_avg='1' ramptest='1'/> | STEADY | 81 | 81",
                "<Warmup Duration='60' Power='0.6' PowerLow='0.5' PowerHigh='0.7' Quantize='20'/> | WARMUP | 50 | 70",
                "<Warmup Duration='60' Power='0.6' CadenceResting='85'/> | WARMUP | 60 | 60",
                "<Cooldown Duration='60' PowerLow='0.75' PowerHigh='0.25' EndAtRoadTime='1.0'/> | COOLDOWN | 75 | 25",
                "<Cooldown Duration='60' Zone='1'/> | COOLDOWN | 59 | 50",
                "<Ramp Duration='60' Power='0.8' pace='0'/> | RAMP | 80 | 80",
                "<zw:SteadyState xmlns:zw='urn:x' Duration='60' zw:Power='0.5'/> | STEADY | 50 | 50",
            })
    void attributes_of_zwifts_own_workouts_are_understood(String step, SegmentKind kind, double from, double to)
            throws Exception {
        var segment = zwo(step).segments().getFirst();

        assertThat(segment.kind()).isEqualTo(kind);
        assertThat(segment.power()).contains(new PowerRange(from, to));
    }

    @Test
    void sets_by_zone_or_range_are_over_and_under() throws Exception {
        var plan = zwo("""
                <IntervalsT Repeat="1" OnDuration="60" OffDuration="60" OverUnder="1"
                    PowerOnLow="1.05" PowerOnHigh="1.05" PowerOffLow="0.93" PowerOffHigh="0.93"/>
                <IntervalsT OnDuration="30" OffDuration="30" PowerOnZone="5" PowerOffZone="1" pace="2"/>""");

        assertThat(plan.segments())
                .extracting(s -> s.power().orElseThrow())
                .containsExactly(
                        PowerRange.of(105), PowerRange.of(93), new PowerRange(105, 118), new PowerRange(50, 59));
    }

    @Test
    void what_takes_no_time_and_is_not_known_is_let_pass() throws Exception {
        var plan = zwo("""
                <!-- a remark -->
                <run/>
                <RestDay/>
                <gameplayevent type="GPE_CELEBRATION" duration="10"/>
                <SteadyState Duration="60" Power="0.5">
                  <gameplayevent type="GPE_CAMERA" camera="3" timeoffset="10" duration="5"/>
                  <textevent timeoffset="10" y="middle" message="Look up" textscale="0.8"/>
                </SteadyState>""");

        assertThat(plan.segments()).hasSize(1);
        assertThat(plan.texts()).containsExactly(said(10, "Look up", 10));
    }

    @Test
    void a_run_by_time_is_read_and_an_empty_author_harms_nothing() throws Exception {
        var plan = text("""
                <?xml version="1.0" encoding="utf8"?>
                <workout_file>
                  <author/><author_alias>X</author_alias>
                  <name>Run</name>
                  <description>Two\tlines  of
                     words
                  </description>
                  <sportType>run</sportType><durationType>time</durationType>
                  <tags><tag name="RUN"/></tags>
                  <workout><SteadyState Duration="60" Power="0.9" pace="3"/><FreeRide Duration="60"/></workout>
                </workout_file>""");

        assertThat(plan.title()).isEqualTo("Run");
        assertThat(plan.description()).isEqualTo("Two lines of\nwords");
        assertThat(plan.length()).isEqualTo(Duration.ofMinutes(2));
        assertThat(plan.sport()).isEqualTo(Sport.RUN);
        assertThat(plan.segments().getLast().label()).isEqualTo("Free run");
        assertThat(plan.cues().getLast().text()).isEqualTo("1 minute free run");
        assertThat(new String(WorkoutFiles.writeZwo(plan), StandardCharsets.UTF_8))
                .contains("<sportType>run</sportType>");
        assertThat(text(new String(WorkoutFiles.writeZwo(plan), StandardCharsets.UTF_8)))
                .isEqualTo(plan);
    }

    @Test
    void a_file_that_names_no_sport_is_for_the_bike() throws Exception {
        var plan = zwo("<FreeRide Duration='60'/>");

        assertThat(plan.sport()).isEqualTo(Sport.BIKE);
        assertThat(plan.segments().getFirst().label()).isEqualTo("Free ride");
        assertThat(new String(WorkoutFiles.writeZwo(plan), StandardCharsets.UTF_8))
                .contains("<sportType>bike</sportType>");
    }

    @Test
    void a_text_placed_by_distance_is_left_out_and_the_description_says_so() throws Exception {
        var plan = text("""
                <workout_file><description>Easy.</description><workout>
                <FreeRide Duration='60'>
                  <textevent distoffset='400' message='Half a lap'/>
                  <textevent distoffset='800' timeoffset='30' message='Both: time counts'/>
                  <textevent distoffset='800' message=' '/>
                </FreeRide></workout></workout_file>""");

        assertThat(plan.texts()).containsExactly(said(30, "Both: time counts", 10));
        assertThat(plan.description())
                .startsWith("Easy.\nLeft out on import: 1 text placed by distance (line 3);")
                .contains("timeoffset");
    }

    @Test
    void many_texts_left_out_never_make_a_description_too_long() throws Exception {
        var plan = text("<workout_file><description>" + "a".repeat(5000) + "</description><workout>"
                + "<FreeRide Duration='60'>" + "\n<textevent distoffset='1' message='x'/>".repeat(3000)
                + "</FreeRide></workout></workout_file>");

        assertThat(plan.texts()).isEmpty();
        assertThat(plan.description())
                .hasSizeLessThanOrEqualTo(CuePlan.MAX_DESCRIPTION)
                .contains("3000 texts", "line 2, 3,", "21, …)");
    }

    @Test
    void an_ampersand_is_itself_wherever_it_begins_no_reference() throws Exception {
        var plan = text("""
                <workout_file><name>R&B & <![CDATA[over & under <3]]> &amp; Q&A; one</name><workout>
                <FreeRide Duration='60'><textevent message='Rock &#38; roll&hard &lt; 9'/></FreeRide>
                </workout></workout_file>""".replace("&A;", "&#65;"));

        assertThat(plan.title()).isEqualTo("R&B & over & under <3 & QA one");
        assertThat(plan.texts().getFirst().text()).isEqualTo("Rock & roll&hard < 9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<Warmup Duration='60' PowerLow='0.4' PowerHigh='0.7'>                | 3 | Warmup",
                "<FreeRide Duration='60' Flatroad=1/>                                 | 2 | FreeRide",
                "<FreeRide Duration='60' Duration='61'/>                              | 2 | FreeRide",
                "<FreeRide Duration='60'><textevent message='under < 90'/></FreeRide> | 2 | textevent",
                "<FreeRide Duration='60'/></FreeRide>                                 | 2 | workout",
                "<FreeRide Duration='60'><textevent message='&nbsp;x'/></FreeRide>    | 2 | FreeRide",
            })
    void what_is_no_xml_is_named_by_line_and_element(String step, int line, String element) {
        var refused = refused("<workout_file><workout>\n" + step + "\n</workout></workout_file>");

        assertThat(refused.line()).isEqualTo(line);
        assertThat(refused.element()).isEqualTo(element);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0 | file", "8 | XML", "40 | workout_file", "75 | workout", "120 | Warmup", "150 | Warmup"})
    void a_file_that_is_cut_off_names_what_was_open(int length, String element) {
        var whole = "<workout_file><author>Somebody</author> <workout>\n<Warmup Duration='60' PowerLow='0.4' "
                + "PowerHigh='0.7'>\n<textevent timeoffset='5' message='Hello'/></Warmup>\n</workout></workout_file>";

        assertThat(refused(whole.substring(0, length)).element()).isEqualTo(element);
    }
}
