package downbeat.classes.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import downbeat.classes.domain.ClassDetails;
import downbeat.classes.domain.Fixtures;
import downbeat.classes.domain.LiveClassCommand;
import downbeat.classes.library.domain.PlanCommand;
import downbeat.classes.live.connection.CommandReader;
import downbeat.classes.participant.domain.ParticipantCommand;
import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.PlannedCue;
import downbeat.classes.plan.PlannedVerb;
import downbeat.classes.plan.Segment;
import downbeat.classes.plan.SegmentKind;
import downbeat.classes.plan.workout.BadWorkoutException;
import downbeat.classes.plan.workout.WorkoutFiles;
import downbeat.classes.stage.Plans;
import downbeat.kernel.bound.Wording;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no database keeps and no screen shows is refused wherever it could come in, by the name of the field. */
class WordingTest {
    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\u0007", "\u001b[2J", "\u007f", "\u0085", "a\ud800b", "\udfff"})
    void control_characters_are_refused_by_the_name_of_the_field(String words) {
        var noise = "x" + words;
        refused("title", () -> details(noise, "Cycling", ""));
        refused("style", () -> details("Ride", noise, ""));
        refused("description", () -> details("Ride", "Cycling", noise));
        refused("reason", () -> new LiveClassCommand.Cancel(noise));
        refused("name", () -> new ParticipantCommand.Register(noise));
        refused("name", () -> new ParticipantCommand.Rename(noise));
        refused("name", () -> new PlanCommand.Keep(Fixtures.TRAINER, noise, ride()));
        refused("title of a plan", () -> CuePlan.of(noise, "", ride().segments(), List.of()));
        refused("description of a plan", () -> CuePlan.of("Ride", noise, ride().segments(), List.of()));
        refused("text of a planned cue", () -> cue(noise));
        refused("label", () -> segment(noise));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Größe 🚴", "שלום", "a\nb\tc\r\n", "👩\u200d👩\u200d👧", "e\u0301"})
    void words_of_every_script_are_welcome(String words) {
        assertThat(details(words, words, words).title()).isEqualTo(words);
        assertThat(new ParticipantCommand.Rename(words).name()).isEqualTo(words);
        assertThat(CuePlan.of(words, words, ride().segments(), List.of()).title())
                .isEqualTo(words);
        assertThat(tapped(words)).isEmpty();
    }

    @Test
    void what_a_trainer_says_live_is_refused_too() {
        assertThat(tapped("Go\u0000")).contains("text " + Wording.RULE);
        assertThat(said("ask", Map.of("cueId", "a-1", "question", "Ready\u0007?", "answer", "READY")))
                .contains("question " + Wording.RULE);
    }

    @Test
    void the_name_of_a_file_is_refused_and_noise_inside_of_it_is_left_out() throws BadWorkoutException {
        var file = "<workout_file>\u0000<name>Ea\u0000sy\u001b</name>\n<workout><FreeRide Duration='60'>"
                + "<textevent message='Up\u0000\u0008!'/></FreeRide></workout></workout_file>\u0000\u0000";

        assertThatThrownBy(() -> WorkoutFiles.read("ri\u0000de.zwo", file.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        BadWorkoutException.class,
                        bad -> assertThat(bad.element()).isEqualTo("name"))
                .hasMessageContaining("control characters");
        var plan = WorkoutFiles.read("ride.zwo", file.getBytes(StandardCharsets.UTF_8));
        assertThat(plan.title()).isEqualTo("Easy");
        assertThat(plan.texts())
                .singleElement()
                .satisfies(text -> assertThat(text.text()).isEqualTo("Up!"));

        var course = "[COURSE HEADER]\nDESCRIPTION = Od\u0000d\nMINUTES PERCENT\n[END COURSE HEADER]\n"
                + "[COURSE DATA]\n0 5\u00000\n1 50\n[END COURSE DATA]\n[COURSE TEXT]\n1\tHal\u0001f\t10\n[END COURSE TEXT]";
        var read = WorkoutFiles.read("ride.mrc", course.getBytes(StandardCharsets.UTF_8));
        assertThat(read.description()).isEqualTo("Odd");
        assertThat(read.texts())
                .singleElement()
                .satisfies(text -> assertThat(text.text()).isEqualTo("Half"));
    }

    private static void refused(String field, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessage(field + " " + Wording.RULE);
    }

    private static ClassDetails details(String title, String style, String description) {
        var like = Fixtures.details(1, 1);
        return new ClassDetails(
                title,
                style,
                description,
                like.localStart(),
                like.zone(),
                like.length(),
                like.onlineCapacity(),
                like.inRoomCapacity(),
                like.price(),
                like.trial());
    }

    private static CuePlan ride() {
        return Plans.plan("Ride", Duration.ofMinutes(1));
    }

    private static PlannedCue cue(String text) {
        return new PlannedCue("p-0", Duration.ZERO, PlannedVerb.SAY, text, Duration.ofSeconds(1), 0);
    }

    private static Segment segment(String label) {
        return new Segment(
                0,
                SegmentKind.FREE,
                Duration.ZERO,
                Duration.ofSeconds(1),
                Optional.empty(),
                OptionalInt.empty(),
                label);
    }

    private static Optional<String> tapped(String text) {
        return said("cue", Map.of("cueId", "t-1", "verb", "SAY", "text", text));
    }

    /** Why not. */
    private static Optional<String> said(String verb, Map<String, String> fields) {
        var body = JsonNodeFactory.instance.objectNode();
        fields.forEach(body::put);
        return CommandReader.read(verb, body)
                .fold(command -> Optional.empty(), refusal -> Optional.of(refusal.detail()));
    }
}
