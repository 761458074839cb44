package downbeat.classes.rig.domain;

import downbeat.classes.rig.figures.AudioDelay;
import downbeat.classes.rig.figures.Battery;
import downbeat.classes.rig.figures.Camera;
import downbeat.classes.rig.figures.Figures;
import downbeat.classes.rig.figures.Link;
import downbeat.classes.rig.figures.Microphone;
import downbeat.classes.rig.figures.PopTrip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether a rig will do. A part is as good as the worst of its figures and a rig as its worst part, so a worse figure never
 * gives a better verdict.
 */
public final class RigRules {
    static final String LEVEL_UNKNOWN = "This browser does not tell how full the battery is: plug in.";
    static final String BLUETOOTH_UNCALIBRATED =
            "Bluetooth delays sound by more than the browser knows: calibrate it, or use a cable.";

    private RigRules() {}

    public static Judgement judge(Figures figures) {
        return Judgement.of(List.of(
                of(Item.CAMERA, figures.camera(), RigRules::camera),
                of(Item.MICROPHONE, figures.microphone(), RigRules::microphone),
                of(Item.BATTERY, figures.battery(), RigRules::battery),
                of(Item.LINK, figures.link(), RigRules::link),
                pop(figures.pops()),
                of(Item.AUDIO, figures.audio(), RigRules::audio)));
    }

    /** A limit and the figure that is held against it. */
    private record Held(Limit limit, double figure) {}

    private static <F> Finding of(Item item, Optional<F> figures, Function<F, Finding> rule) {
        return figures.map(rule).orElseGet(item::unchecked);
    }

    private static Finding camera(Camera camera) {
        return finding(
                Item.CAMERA,
                new Held(Limit.WIDTH, camera.width()),
                new Held(Limit.HEIGHT, camera.height()),
                new Held(Limit.FPS, camera.fps()),
                new Held(Limit.BRIGHTNESS, camera.brightness()));
    }

    private static Finding microphone(Microphone microphone) {
        return finding(
                Item.MICROPHONE,
                new Held(Limit.LEVEL, microphone.levelDb()),
                new Held(Limit.CLIPPING, microphone.clippedShare()));
    }

    private static Finding battery(Battery battery) {
        if (battery.charging()) {
            return finding(Item.BATTERY);
        }
        return battery.level().isPresent()
                ? finding(Item.BATTERY, new Held(Limit.CHARGE, battery.level().getAsDouble()))
                : new Finding(Item.BATTERY, Verdict.USABLE, List.of(LEVEL_UNKNOWN));
    }

    private static Finding link(Link link) {
        return finding(Item.LINK, new Held(Limit.UPLINK, link.upMbps()), new Held(Limit.DOWNLINK, link.downMbps()));
    }

    /** Of the best PoP, of several equally good ones the nearest: it is one of them that the class will run at. */
    private static Finding pop(List<PopTrip> trips) {
        return trips.stream()
                .sorted(Comparator.comparingDouble(PopTrip::rttMs))
                .map(trip ->
                        finding(Item.POP, new Held(Limit.RTT, trip.rttMs()), new Held(Limit.JITTER, trip.jitterMs())))
                .min(Comparator.comparing(Finding::verdict))
                .orElseGet(Item.POP::unchecked);
    }

    /** What a browser believes of a Bluetooth device is not enough to be ready. */
    private static Finding audio(AudioDelay audio) {
        var finding = finding(Item.AUDIO, new Held(Limit.DELAY, audio.outputMs()));
        if (!audio.bluetooth() || audio.calibrated()) {
            return finding;
        }
        var reasons = new ArrayList<>(finding.reasons());
        reasons.add(BLUETOOTH_UNCALIBRATED);
        return new Finding(Item.AUDIO, Verdict.worst(List.of(finding.verdict(), Verdict.USABLE)), reasons);
    }

    private static Finding finding(Item item, Held... all) {
        var verdicts =
                Arrays.stream(all).map(held -> held.limit().of(held.figure())).toList();
        var reasons = Arrays.stream(all)
                .flatMap(held -> held.limit().missedBy(held.figure()).stream())
                .toList();
        return new Finding(item, Verdict.worst(verdicts), reasons);
    }
}
