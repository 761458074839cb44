package downbeat.web.http.resource;

import downbeat.classes.rig.figures.AudioDelay;
import downbeat.classes.rig.figures.Battery;
import downbeat.classes.rig.figures.Camera;
import downbeat.classes.rig.figures.Figures;
import downbeat.classes.rig.figures.Link;
import downbeat.classes.rig.figures.Microphone;
import downbeat.classes.rig.figures.PopTrip;
import downbeat.classes.rig.figures.Range;
import downbeat.kernel.PopId;
import downbeat.web.http.operation.Form;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** Reads what a check of a rig found out; every part but the list of PoPs may be left out. */
final class RigForm {
    private RigForm() {}

    static Figures figures(Form form) {
        form.only("camera", "microphone", "battery", "link", "pops", "audio");
        return new Figures(
                part(form, "camera", RigForm::camera),
                part(form, "microphone", RigForm::microphone),
                part(form, "battery", RigForm::battery),
                part(form, "link", RigForm::link),
                pops(form),
                part(form, "audio", RigForm::audio));
    }

    private static <F> Optional<F> part(Form form, String name, Function<Form, F> reader) {
        return form.has(name) ? Optional.of(reader.apply(form.object(name))) : Optional.empty();
    }

    private static Camera camera(Form form) {
        form.only("width", "height", "fps", "brightness");
        return new Camera(
                pixels(form, "width"),
                pixels(form, "height"),
                number(form, "fps", Camera.FPS),
                number(form, "brightness", Camera.BRIGHTNESS));
    }

    private static Microphone microphone(Form form) {
        form.only("levelDb", "peakDb", "clippedShare");
        return new Microphone(
                number(form, "levelDb", Microphone.DECIBELS),
                number(form, "peakDb", Microphone.DECIBELS),
                number(form, "clippedShare", Microphone.SHARE));
    }

    private static Battery battery(Form form) {
        form.only("level", "charging");
        return new Battery(optional(form, "level", Battery.LEVEL), form.flag("charging", false));
    }

    private static Link link(Form form) {
        form.only("upMbps", "downMbps");
        return new Link(number(form, "upMbps", Link.MBPS), number(form, "downMbps", Link.MBPS));
    }

    private static List<PopTrip> pops(Form form) {
        var all = new ArrayList<PopTrip>();
        var seen = new HashSet<PopId>();
        for (var trip : form.objects("pops", 0, Figures.MOST_POPS)) {
            trip.only("pop", "rttMs", "jitterMs");
            var pop = pop(trip);
            if (!seen.add(pop)) {
                throw trip.bad("pop", "must not be named twice.");
            }
            all.add(new PopTrip(pop, number(trip, "rttMs", PopTrip.MILLIS), number(trip, "jitterMs", PopTrip.MILLIS)));
        }
        return all;
    }

    private static PopId pop(Form form) {
        var text = form.text("pop", 1, 64);
        try {
            return new PopId(text);
        } catch (IllegalArgumentException e) {
            throw form.bad("pop", "must be the name of a PoP, as GET /api/v1/pops tells it.");
        }
    }

    private static AudioDelay audio(Form form) {
        form.only("how", "outputMs", "roundTripMs", "device", "bluetooth");
        var output = number(form, "outputMs", AudioDelay.MILLIS);
        var roundTrip = optional(form, "roundTripMs", AudioDelay.MILLIS);
        if (roundTrip.isPresent() && roundTrip.getAsDouble() < output) {
            throw form.bad("roundTripMs", "must not be less than outputMs, which is a part of it.");
        }
        return new AudioDelay(
                form.choice("how", AudioDelay.How.class),
                output,
                roundTrip,
                form.optionalText("device", 1, AudioDelay.LONGEST_NAME),
                form.flag("bluetooth", false));
    }

    private static int pixels(Form form, String name) {
        return form.integer(name, (int) Camera.PIXELS.least(), (int) Camera.PIXELS.most());
    }

    private static double number(Form form, String name, Range range) {
        return form.number(name, range.least(), range.most());
    }

    private static OptionalDouble optional(Form form, String name, Range range) {
        return form.has(name) ? OptionalDouble.of(number(form, name, range)) : OptionalDouble.empty();
    }
}
