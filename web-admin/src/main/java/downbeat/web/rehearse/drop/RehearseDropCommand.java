package downbeat.web.rehearse.drop;

import com.fasterxml.jackson.databind.ObjectMapper;
import downbeat.web.rehearse.stage.ApiException;
import downbeat.web.rehearse.stage.ClassApi;
import downbeat.web.rehearse.stage.DropApi;
import downbeat.web.rehearse.stage.OwnNode;
import downbeat.web.rehearse.stage.Stage;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command line of a rush. Exit status 0: nothing was lost, doubled or oversold; 1: something was; 2: it could not be tried. */
@Command(
        name = "drop",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "A rush on a drop: simulated members claim at one instant, some of them twice, and every answer is held against what the server has in the end.")
public final class RehearseDropCommand implements Callable<Integer> {
    private static final int HELD = 0;
    private static final int BROKEN = 1;
    private static final int NOT_TRIED = 2;
    private static final int MOST_STOCK = 100_000;
    private static final int MOST_CLIENTS = 10_000;
    private static final int PER_MEMBER = 1;
    private static final int LOOKS_FOR_NAMES = 20;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    @Option(
            names = "--url",
            description =
                    "The server, as http://host:port. A trainer and the members are registered there under @rehearse.invalid, so it must let trainers register themselves and not limit the rush (downbeat.http.rate-limits). Without it a node of its own is started.")
    private @Nullable URI url;

    @Option(names = "--stock", defaultValue = "20", description = "Units there are (default: ${DEFAULT-VALUE}).")
    private int stock;

    @Option(
            names = "--clients",
            defaultValue = "200",
            description = "Members who claim, each one unit (default: ${DEFAULT-VALUE}).")
    private int clients;

    @Option(names = "--json", description = "Prints the report as one JSON object.")
    private boolean json;

    @Option(names = "--server-option", description = "A JVM option for the node of its own; may be repeated.")
    private List<String> serverOptions = new ArrayList<>();

    @Override
    public Integer call() {
        try {
            check(stock >= 1 && stock <= MOST_STOCK, "--stock must be 1 to " + MOST_STOCK);
            check(clients >= 1 && clients <= MOST_CLIENTS, "--clients must be 1 to " + MOST_CLIENTS);
            var report = url == null ? onOwnNode() : rush(url);
            System.out.println(json ? new ObjectMapper().writeValueAsString(report) : report.text());
            return report.holds() ? HELD : BROKEN;
        } catch (ApiException | IllegalArgumentException | IOException e) {
            return notTried(e);
        } catch (CompletionException e) {
            return notTried(e.getCause() == null ? e : e.getCause());
        }
    }

    private static void check(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }

    private static int notTried(Throwable e) {
        System.err.println("rehearse drop: " + e.getMessage());
        return NOT_TRIED;
    }

    private RushReport onOwnNode() {
        progress("starting a node of its own");
        try (OwnNode node = OwnNode.start(serverOptions)) {
            return rush(node.url());
        }
    }

    private RushReport rush(URI server) {
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        try (ClassApi people = new ClassApi(server);
                DropApi api = new DropApi(server)) {
            String trainer = Stage.newTrainer(people, run);
            progress("registering %d members on %s".formatted(clients, server));
            var names = IntStream.range(0, clients)
                    .mapToObj(n -> "claimer-" + run + "-" + n)
                    .toList();
            var members = registered(people, names);
            String drop = api.open(trainer, stock);
            progress("%d members claim %d units".formatted(clients, stock));
            var attempts = new Rush(api, drop, members).run();
            var kept = kept(api, trainer, drop, names);
            boolean balanced =
                    api.figures(trainer, drop).at("/points/0/balanced").asBoolean();
            var report = Rush.report(
                    stock, clients, attempts, new Ledger(stock, PER_MEMBER).check(attempts, kept, balanced));
            api.cancel(trainer, drop);
            return report;
        }
    }

    /** The list of names may be a moment behind those who have just registered: it is waited for, and then taken as it is. */
    private static List<KeptClaim> kept(DropApi api, String trainer, String drop, List<String> names) {
        var kept = Rush.kept(api.claims(trainer, drop), names);
        for (int look = 0; look < LOOKS_FOR_NAMES && kept.stream().anyMatch(KeptClaim::nobodys); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            kept = Rush.kept(api.claims(trainer, drop), names);
        }
        return kept;
    }

    private static List<String> registered(ClassApi people, List<String> names) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = names.stream()
                    .map(name -> CompletableFuture.supplyAsync(
                            () -> people.newAccount(name + "@rehearse.invalid", name, List.of()), threads))
                    .toList();
            return all.stream().map(CompletableFuture::join).toList();
        }
    }

    /** Progress goes to the error stream: the report alone is on the other. */
    private static void progress(String sentence) {
        System.err.println("rehearse drop: " + sentence);
    }
}
