package downbeat.web.rehearse;

import downbeat.web.rehearse.device.Temper;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What is to be rehearsed.
 *
 * @param url the server, empty = a node of its own
 * @param members simulated members, at least 1
 * @param length how long the class runs
 * @param plan the workout file, empty = the bundled FTP test
 * @param cuesPerSecond live cues the trainer taps, 0..1000
 * @param droppers share of members who lose their link now and then, 0..1
 * @param outageSeconds how long a lost link is away, null = {@value #AWAY_MIN_MILLIS} to {@value #AWAY_MAX_MILLIS} ms
 * @param bandwidthFalls members whose bandwidth falls once for a while
 * @param deaf share of members who never read, 0..1
 * @param clockErrorSeconds how wrong the clocks of members may be, either way
 * @param jitterMinMillis least delay of a frame, each way
 * @param jitterMaxMillis most delay of a frame, each way
 * @param joinsPerSecond how fast members press join
 * @param intoRunning whether the class runs before they do
 * @param script what is played besides
 * @param histograms where the raw histograms go
 * @param serverOptions JVM options of a node of its own
 * @param seed of everything left to chance
 */
public record Score(
        Optional<URI> url,
        int members,
        Duration length,
        Optional<Path> plan,
        double cuesPerSecond,
        double droppers,
        @Nullable Double outageSeconds,
        int bandwidthFalls,
        double deaf,
        double clockErrorSeconds,
        double jitterMinMillis,
        double jitterMaxMillis,
        double joinsPerSecond,
        boolean intoRunning,
        Script script,
        Optional<Path> histograms,
        List<String> serverOptions,
        long seed) {
    private static final long AWAY_MIN_MILLIS = 300;
    private static final long AWAY_MAX_MILLIS = 8_000;
    /** Rehearsals wait so long for links to mend before a class closes. */
    private static final double LONGEST_OUTAGE_SECONDS = 15;

    public Score {
        check(members >= 1, "--members must be at least 1");
        check(length.toSeconds() >= 1, "--seconds must be at least 1");
        check(cuesPerSecond >= 0 && cuesPerSecond <= 1000, "--cues-per-second must be 0 to 1000");
        check(droppers >= 0 && droppers <= 1, "--droppers must be 0 to 1");
        check(
                outageSeconds == null || (outageSeconds > 0 && outageSeconds <= LONGEST_OUTAGE_SECONDS),
                "--outage must be more than 0 and at most 15 seconds");
        check(bandwidthFalls >= 0 && bandwidthFalls <= members, "--bandwidth-falls must be 0 to the number of members");
        check(deaf >= 0 && deaf < 1, "--deaf must be 0 to less than 1");
        check(clockErrorSeconds >= 0, "--clock-error-max must not be negative");
        check(jitterMinMillis >= 0, "--jitter-min must not be negative");
        check(jitterMaxMillis >= jitterMinMillis, "--jitter-max must not be below --jitter-min");
        check(joinsPerSecond > 0, "--joins-per-second must be positive");
        check(
                !(intoRunning && script.liveCheck()),
                "--live-check and --join-within do not go together: one comes before the class, the other into it");
        serverOptions = List.copyOf(serverOptions);
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    /** Member {@code n} of all: the first ones are deaf, the next ones lose their link, the bandwidth of the last ones falls. */
    Temper temper(int n, RandomGenerator random) {
        int deafOnes = deafMembers();
        boolean isDeaf = n < deafOnes;
        boolean drops = !isDeaf && n < deafOnes + dropperMembers();
        boolean falls = !isDeaf && n >= members - bandwidthFalls;
        boolean steps = clockErrorSeconds > 0 && random.nextInt(4) == 0;
        return new Temper(
                clockErrorSeconds * 1e3,
                jitterMinMillis,
                jitterMaxMillis,
                steps,
                drops,
                outageSeconds == null ? AWAY_MIN_MILLIS : Math.round(outageSeconds * 1e3),
                outageSeconds == null ? AWAY_MAX_MILLIS : Math.round(outageSeconds * 1e3),
                falls,
                isDeaf);
    }

    int deafMembers() {
        return (int) Math.round(members * deaf);
    }

    int dropperMembers() {
        return (int) Math.round(members * droppers);
    }

    long liveCues() {
        return Math.round(cuesPerSecond * length.toMillis() / 1e3);
    }
}
