package downbeat.classes.stage;

import downbeat.classes.rig.figures.AudioDelay;
import downbeat.classes.rig.figures.Battery;
import downbeat.classes.rig.figures.Camera;
import downbeat.classes.rig.figures.Figures;
import downbeat.classes.rig.figures.Link;
import downbeat.classes.rig.figures.Microphone;
import downbeat.classes.rig.figures.PopTrip;
import downbeat.kernel.PopId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a check of a rig may find. */
public final class Readings {
    public static final PopId BERLIN = new PopId("berlin");

    private Readings() {}

    /** Everything well within its limits. */
    public static Figures good() {
        return new Figures(
                Optional.of(new Camera(1920, 1080, 30, 0.45)),
                Optional.of(new Microphone(-24.5, -6, 0)),
                Optional.of(new Battery(OptionalDouble.of(0.9), false)),
                Optional.of(new Link(12.5, 48)),
                List.of(new PopTrip(BERLIN, 11.5, 1.25), new PopTrip(new PopId("madrid"), 62, 4)),
                Optional.of(cable()));
    }

    /** Nothing was found out. */
    public static Figures none() {
        return new Figures(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    public static Figures with(AudioDelay audio) {
        var rest = good();
        return new Figures(
                rest.camera(), rest.microphone(), rest.battery(), rest.link(), rest.pops(), Optional.of(audio));
    }

    public static Figures with(Battery battery) {
        var rest = good();
        return new Figures(
                rest.camera(), rest.microphone(), Optional.of(battery), rest.link(), rest.pops(), rest.audio());
    }

    public static Figures with(Camera camera) {
        var rest = good();
        return new Figures(
                Optional.of(camera), rest.microphone(), rest.battery(), rest.link(), rest.pops(), rest.audio());
    }

    public static Figures with(PopTrip... pops) {
        var rest = good();
        return new Figures(rest.camera(), rest.microphone(), rest.battery(), rest.link(), List.of(pops), rest.audio());
    }

    public static AudioDelay cable() {
        return new AudioDelay(
                AudioDelay.How.MEASURED, 28.5, OptionalDouble.of(41), Optional.of("Built-in speakers"), false);
    }

    public static AudioDelay bluetooth(AudioDelay.How how, double outputMs) {
        return new AudioDelay(how, outputMs, OptionalDouble.empty(), Optional.of("Größe 🎧"), true);
    }
}
