package downbeat.web.rehearse;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is rehearsed besides the plan and the taps. */
final class ScriptOptions {
    @Option(
            names = "--live-check",
            description =
                    "The class opens with the live check of 45 seconds, which members answer; --seconds are counted after it.")
    private boolean liveCheck;

    @Option(
            names = "--adapt",
            description = "Cues are adapted to each member, by up to 10 %% of the cadence and 300 ms.")
    private boolean adapt;

    @Option(
            names = "--asset",
            paramLabel = "FILE",
            description =
                    "Music, a picture or a rep model that the class brings along (.mp3, .ogg, .m4a, .wav, .png, .jpg, .webp, .json): every member fetches it.")
    private @Nullable Path asset;

    Script script() {
        return new Script(liveCheck, adapt, Optional.ofNullable(asset));
    }
}
