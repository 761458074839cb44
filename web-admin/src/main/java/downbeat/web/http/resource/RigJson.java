package downbeat.web.http.resource;

import downbeat.classes.rig.domain.Checklist;
import downbeat.classes.rig.domain.Finding;
import downbeat.classes.rig.domain.RecordedVerdict;
import downbeat.classes.rig.figures.AudioDelay;
import downbeat.classes.rig.figures.Battery;
import downbeat.classes.rig.figures.Camera;
import downbeat.classes.rig.figures.Figures;
import downbeat.classes.rig.figures.Link;
import downbeat.classes.rig.figures.Microphone;
import downbeat.classes.rig.figures.PopTrip;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** A trainer's rig as the API tells of it. */
final class RigJson {
    private RigJson() {}

    record CameraJson(int width, int height, double fps, double brightness) {
        static CameraJson of(Camera it) {
            return new CameraJson(it.width(), it.height(), it.fps(), it.brightness());
        }
    }

    record MicrophoneJson(double levelDb, double peakDb, double clippedShare) {
        static MicrophoneJson of(Microphone it) {
            return new MicrophoneJson(it.levelDb(), it.peakDb(), it.clippedShare());
        }
    }

    record BatteryJson(@Nullable Double level, boolean charging) {
        static BatteryJson of(Battery it) {
            return new BatteryJson(orNull(it.level()), it.charging());
        }
    }

    record LinkJson(double upMbps, double downMbps) {
        static LinkJson of(Link it) {
            return new LinkJson(it.upMbps(), it.downMbps());
        }
    }

    record PopTripJson(String pop, double rttMs, double jitterMs) {
        static PopTripJson of(PopTrip it) {
            return new PopTripJson(it.pop().value(), it.rttMs(), it.jitterMs());
        }
    }

    record AudioJson(
            String how,
            double outputMs,
            @Nullable Double roundTripMs,
            @Nullable String device,
            boolean bluetooth) {
        static AudioJson of(AudioDelay it) {
            return new AudioJson(
                    it.how().name(),
                    it.outputMs(),
                    orNull(it.roundTripMs()),
                    it.device().orElse(null),
                    it.bluetooth());
        }
    }

    record FiguresJson(
            @Nullable CameraJson camera,
            @Nullable MicrophoneJson microphone,
            @Nullable BatteryJson battery,
            @Nullable LinkJson link,
            List<PopTripJson> pops,
            @Nullable AudioJson audio) {
        static FiguresJson of(Figures it) {
            return new FiguresJson(
                    it.camera().map(CameraJson::of).orElse(null),
                    it.microphone().map(MicrophoneJson::of).orElse(null),
                    it.battery().map(BatteryJson::of).orElse(null),
                    it.link().map(LinkJson::of).orElse(null),
                    it.pops().stream().map(PopTripJson::of).toList(),
                    it.audio().map(AudioJson::of).orElse(null));
        }
    }

    record FindingJson(String item, String verdict, List<String> reasons) {
        static FindingJson of(Finding it) {
            return new FindingJson(it.item().name(), it.verdict().name(), it.reasons());
        }
    }

    /** @param number of this trainer's verdicts, from 1 */
    record VerdictJson(long number, Instant at, String verdict, List<FindingJson> findings, FiguresJson figures) {
        static VerdictJson of(RecordedVerdict it) {
            return new VerdictJson(
                    it.number(),
                    it.at(),
                    it.judgement().verdict().name(),
                    it.judgement().findings().stream().map(FindingJson::of).toList(),
                    FiguresJson.of(it.figures()));
        }
    }

    /** @param href the page where it is done; null when nobody can do it */
    record LineJson(
            String step,
            String state,
            String sentence,
            @Nullable Instant at,
            String href) {
        static LineJson of(Checklist.Line it) {
            return new LineJson(
                    it.step().name(), it.state().name(), it.sentence(), it.at().orElse(null), page(it.step()));
        }

        private static String page(Checklist.Step step) {
            return switch (step) {
                case POP, RIG -> "/kit";
                case TEST, CLASS -> "/console";
                case POP_UP -> "/pop-ups";
            };
        }
    }

    /** @param ready whether everything is done that can be done */
    record ChecklistJson(boolean ready, List<LineJson> items) {
        static ChecklistJson of(List<Checklist.Line> lines) {
            return new ChecklistJson(
                    lines.stream().noneMatch(line -> line.state() == Checklist.State.OPEN),
                    lines.stream().map(LineJson::of).toList());
        }
    }

    private static @Nullable Double orNull(OptionalDouble figure) {
        return figure.isPresent() ? (Double) figure.getAsDouble() : null;
    }
}
