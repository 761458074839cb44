package downbeat.classes.rig.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downbeat.classes.rig.figures.AudioDelay.How;
import downbeat.classes.stage.Readings;
import java.util.Optional;
import java.util.OptionalDouble;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiguresTest {

    private static void refused(String name, ThrowingCallable made) {
        assertThatThrownBy(made).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith(name);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1e9, Double.NaN, Double.POSITIVE_INFINITY})
    void no_figure_can_be_what_nothing_can_be(double impossible) {
        refused("fps", () -> new Camera(1280, 720, impossible, 0.5));
        refused("brightness", () -> new Camera(1280, 720, 30, impossible));
        refused("clippedShare", () -> new Microphone(-20, -3, impossible));
        refused("level", () -> new Battery(OptionalDouble.of(impossible), false));
        refused("upMbps", () -> new Link(impossible, 1));
        refused("downMbps", () -> new Link(1, impossible));
        refused("rttMs", () -> new PopTrip(Readings.BERLIN, impossible, 1));
        refused("jitterMs", () -> new PopTrip(Readings.BERLIN, 1, impossible));
        refused("outputMs", () -> audio(impossible, OptionalDouble.empty()));
        refused("roundTripMs", () -> audio(1, OptionalDouble.of(impossible)));
    }

    @Test
    void a_level_is_below_full_scale_and_a_picture_has_pixels() {
        refused("levelDb", () -> new Microphone(0.1, -3, 0));
        refused("peakDb", () -> new Microphone(-20, -121, 0));
        refused("width", () -> new Camera(0, 720, 30, 0.5));
        refused("height", () -> new Camera(1280, 20_000, 30, 0.5));
    }

    @Test
    void a_round_trip_is_at_least_the_way_out() {
        refused("roundTripMs", () -> audio(50, OptionalDouble.of(49)));
        assertThat(audio(50, OptionalDouble.of(50)).outputMs()).isEqualTo(50);
    }

    @Test
    void a_device_has_a_name_that_can_be_shown() {
        refused("device", () -> named(" "));
        refused("device", () -> named("x".repeat(401)));
        refused("device", () -> named("a\u0000b"));
        assertThat(named("Größe 🎧").device()).contains("Größe 🎧");
    }

    @Test
    void no_pop_is_there_twice() {
        var trip = new PopTrip(Readings.BERLIN, 1, 1);
        refused("pops", () -> Readings.with(trip, trip));
    }

    private static AudioDelay audio(double outputMs, OptionalDouble roundTripMs) {
        return new AudioDelay(How.MEASURED, outputMs, roundTripMs, Optional.empty(), false);
    }

    private static AudioDelay named(String device) {
        return new AudioDelay(How.REPORTED, 1, OptionalDouble.empty(), Optional.of(device), false);
    }
}
