package downbeat.web.rehearse;

import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.web.rehearse.drop.RehearseDropCommand;
import downbeat.web.rehearse.report.HistogramFile;
import downbeat.web.rehearse.report.RehearsalReport;
import downbeat.web.rehearse.report.ReportTable;
import downbeat.web.rehearse.stage.ApiException;
import downbeat.web.rehearse.stage.Cast;
import downbeat.web.rehearse.stage.ClassApi;
import downbeat.web.rehearse.stage.Metrics;
import downbeat.web.rehearse.stage.OwnNode;
import downbeat.web.rehearse.stage.Stage;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line of a rehearsal. Exit status 0: everything reached everybody once and in order; 1: it did not; 2: it could not be tried. */
@Command(
        name = "rehearse",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        subcommands = RehearseDropCommand.class,
        description =
                "Drives a whole class with simulated members over the public API and proves that every cue reached everybody.")
public final class RehearseCommand implements Callable<Integer> {
    private static final int HELD = 0;
    private static final int BROKEN = 1;
    private static final int NOT_TRIED = 2;
    private static final String BUNDLED_PLAN = "FTPTest.zwo";

    @Option(
            names = "--url",
            description =
                    "The server, as http://host:port. A trainer and the members are registered there under @rehearse.invalid, so it must let trainers register themselves (downbeat.identity.self-registration), or --trainer names one. Without it a node of its own is started.")
    private @Nullable URI url;

    @Mixin
    private CastOptions castOptions = new CastOptions();

    @Option(names = "--members", defaultValue = "20", description = "Simulated members (default: ${DEFAULT-VALUE}).")
    private int members;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "How long the class runs (default: ${DEFAULT-VALUE}).")
    private long seconds;

    @Option(names = "--plan", description = "A workout file (.zwo, .mrc, .erg). Without it the bundled FTP test.")
    private @Nullable Path plan;

    @Option(
            names = "--cues-per-second",
            defaultValue = "1",
            description = "Live cues the trainer taps, each at its intended time (default: ${DEFAULT-VALUE}).")
    private double cuesPerSecond;

    @Option(
            names = "--droppers",
            defaultValue = "0.1",
            description = "Share of members who lose their link now and then (default: ${DEFAULT-VALUE}).")
    private double droppers;

    @Option(
            names = "--outage",
            description =
                    "How many seconds the link of such a member is away each time, up to 15. Without it 0.3 to 8 at random.")
    private @Nullable Double outageSeconds;

    @Option(
            names = "--bandwidth-falls",
            defaultValue = "0",
            description =
                    "Members whose bandwidth falls for ten seconds, a quarter of the class after its start (default: ${DEFAULT-VALUE}).")
    private int bandwidthFalls;

    @Option(
            names = "--deaf",
            defaultValue = "0",
            description = "Share of members who connect and never read (default: ${DEFAULT-VALUE}).")
    private double deaf;

    @Option(
            names = "--clock-error-max",
            defaultValue = "300",
            description =
                    "How many seconds the clocks of members may be wrong, either way; they drift and jump too. 0 = right clocks (default: ${DEFAULT-VALUE}).")
    private double clockErrorSeconds;

    @Option(
            names = "--jitter-min",
            defaultValue = "5",
            description = "Least simulated delay of a frame, ms each way (default: ${DEFAULT-VALUE}).")
    private double jitterMin;

    @Option(
            names = "--jitter-max",
            defaultValue = "60",
            description = "Most simulated delay of a frame, ms each way (default: ${DEFAULT-VALUE}).")
    private double jitterMax;

    @Option(
            names = "--joins-per-second",
            defaultValue = "100",
            description = "How fast members press join (default: ${DEFAULT-VALUE}).")
    private double joinsPerSecond;

    @Option(
            names = "--join-within",
            description =
                    "All members press join within this many seconds, instead of --joins-per-second, from pages that are open already and into a class that is running: the report says how long the first cue takes.")
    private @Nullable Double joinWithin;

    @Mixin
    private ScriptOptions scriptOptions = new ScriptOptions();

    @Option(names = "--json", description = "Prints the report as one JSON object.")
    private boolean json;

    @Option(
            names = "--histograms",
            description = "Writes the raw histograms to this file (HdrHistogram log, V2 compressed).")
    private @Nullable Path histograms;

    @Option(names = "--server-option", description = "A JVM option for the node of its own; may be repeated.")
    private List<String> serverOptions = new ArrayList<>();

    @Option(names = "--seed", description = "Makes everything left to chance repeatable.")
    private @Nullable Long seed;

    @Override
    public Integer call() {
        try {
            Score score = score();
            Cast cast = castOptions.cast(score.url().isEmpty(), score.members());
            RehearsalReport report =
                    score.url().isPresent() ? rehearse(score, score.url().get(), cast) : rehearseOnOwnNode(score);
            System.out.println(json ? new ObjectMapper().writeValueAsString(report) : ReportTable.of(report));
            boolean everybody = report.joinSuccess() == 1.0;
            return report.checked().holds() && everybody ? HELD : BROKEN;
        } catch (ApiException | IllegalArgumentException | IOException e) {
            return notTried(e);
        } catch (CompletionException e) {
            return notTried(e.getCause() == null ? e : e.getCause());
        }
    }

    private static int notTried(Throwable e) {
        System.err.println("rehearse: " + e.getMessage());
        return NOT_TRIED;
    }

    private Score score() {
        if (joinWithin != null && !(joinWithin > 0)) {
            throw new IllegalArgumentException("--join-within must be positive");
        }
        return new Score(
                Optional.ofNullable(url),
                members,
                Duration.ofSeconds(seconds),
                Optional.ofNullable(plan),
                cuesPerSecond,
                droppers,
                outageSeconds,
                bandwidthFalls,
                deaf,
                clockErrorSeconds,
                jitterMin,
                jitterMax,
                joinWithin == null ? joinsPerSecond : members / joinWithin,
                joinWithin != null,
                scriptOptions.script(),
                Optional.ofNullable(histograms),
                serverOptions,
                seed == null ? System.nanoTime() : seed);
    }

    private RehearsalReport rehearseOnOwnNode(Score score) throws IOException {
        progress("starting a node of its own");
        try (OwnNode node = OwnNode.start(score.serverOptions())) {
            return rehearse(score, node.url(), Cast.NEWCOMERS);
        }
    }

    private RehearsalReport rehearse(Score score, URI server, Cast cast) throws IOException {
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        Stage.Bill bill = new Stage.Bill(
                score.members(),
                Math.max(15, score.length().toMinutes() + 5),
                new Stage.Workout(planName(score), planBytes(score)),
                cast);
        try (ClassApi api = new ClassApi(server);
                ExecutorService blocking = Executors.newVirtualThreadPerTaskExecutor()) {
            progress("setting up a class of %d members on %s".formatted(score.members(), server));
            Stage stage = Stage.set(api, blocking, run, bill, RehearseCommand::booked);
            try {
                if (score.script().asset().isPresent()) {
                    Path asset = score.script().asset().get();
                    stage.bring(fileName(asset), read(asset, "--asset"));
                }
                return conducted(score, stage, api);
            } finally {
                clear(stage);
            }
        }
    }

    /** What cannot be cleared away costs nobody the report. */
    private static void clear(Stage stage) {
        try {
            stage.clear();
        } catch (ApiException e) {
            progress("something is left behind: " + e.getMessage());
        }
    }

    private static RehearsalReport conducted(Score score, Stage stage, ClassApi api) throws FileNotFoundException {
        Optional<Metrics> before = api.metrics().map(Metrics::of);
        long startMillis = System.currentTimeMillis();
        Rehearsal.Outcome outcome = new Rehearsal(score, stage, RehearseCommand::progress).conduct();
        long endMillis = System.currentTimeMillis();
        if (!outcome.refused().isEmpty()) {
            progress("commands of the trainer: " + outcome.refused());
        }
        if (score.histograms().isPresent()) {
            HistogramFile.write(score.histograms().get(), outcome.measured(), startMillis, endMillis);
        }
        Optional<Metrics> after = api.metrics().map(Metrics::of);
        return Reports.of(score, outcome, new Reports.ServerSpan(before, after, (endMillis - startMillis) / 1e3));
    }

    private static String planName(Score score) {
        return score.plan().map(RehearseCommand::fileName).orElse(BUNDLED_PLAN);
    }

    private static String fileName(Path path) {
        return Objects.requireNonNullElse(path.getFileName(), path).toString();
    }

    private static byte[] read(Path file, String option) throws IOException {
        if (!Files.isReadable(file)) {
            throw new ApiException("the file %s cannot be read; check %s".formatted(file, option));
        }
        return Files.readAllBytes(file);
    }

    private static byte[] planBytes(Score score) throws IOException {
        if (score.plan().isPresent()) {
            return read(score.plan().get(), "--plan");
        }
        try (InputStream in = RehearseCommand.class.getResourceAsStream("/rehearse/" + BUNDLED_PLAN)) {
            return Objects.requireNonNull(in, BUNDLED_PLAN).readAllBytes();
        }
    }

    private static void booked(int members) {
        if (members % 100 == 0) {
            progress(members + " members are booked");
        }
    }

    /** Progress goes to the error stream: the report alone is on the other. */
    private static void progress(String sentence) {
        System.err.println("rehearse: " + sentence);
    }
}
