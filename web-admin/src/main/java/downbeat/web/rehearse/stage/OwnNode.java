package downbeat.web.rehearse.stage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A node started for one rehearsal, as a process of its own so that server and members do not share a heap, with data that are
 * deleted at the end.
 */
public final class OwnNode implements AutoCloseable {
    private static final String MAIN = "downbeat.web.Main";
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(15);
    private static final String READY = "ready ";

    private final Process process;
    private final URI url;
    private final Path data;

    private OwnNode(Process process, URI url, Path data) {
        this.process = process;
        this.url = url;
        this.data = data;
    }

    /** @param jvmOptions further options of the server's JVM, after those every node gets */
    public static OwnNode start(List<String> jvmOptions) {
        try {
            Path data = Files.createTempDirectory("downbeat-rehearse");
            Process process = new ProcessBuilder(command(data, jvmOptions))
                    .redirectErrorStream(true)
                    .start();
            return new OwnNode(process, awaitReady(process), data);
        } catch (IOException e) {
            throw new ApiException("a node of its own could not be started: " + e.getMessage(), e);
        }
    }

    private static List<String> command(Path data, List<String> jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
                "-Xss16m"));
        // Hundreds of simulated members share one address: the limits that protect sign-in from strangers would count
        // them as one.
        command.add("-Ddownbeat.http.rate-limits=off");
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), MAIN, "serve", "--port", "0"));
        command.addAll(List.of("--data", data.toString()));
        return command;
    }

    private static URI awaitReady(Process process) {
        CompletableFuture<URI> ready = new CompletableFuture<>();
        // A virtual thread would hold its carrier while it waits on a pipe; two of them stop a machine with two cores.
        Thread.ofPlatform().name("own-node-output").daemon().start(() -> listen(process, ready));
        try {
            return ready.get(START_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
            throw new ApiException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            String why = e.getCause() == null
                    ? "it was not ready in time"
                    : e.getCause().getMessage();
            throw new ApiException("a node of its own could not be started: " + why, e);
        }
    }

    /** Reads to the end, or the node would block on a full pipe. */
    private static void listen(Process process, CompletableFuture<URI> ready) {
        StringBuilder said = new StringBuilder();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.startsWith(READY)) {
                    ready.complete(URI.create(line.substring(READY.length()).strip()));
                } else if (!ready.isDone()) {
                    said.append(line).append('\n');
                }
            }
        } catch (IOException e) {
            said.append(e.getMessage());
        }
        ready.completeExceptionally(
                new IllegalStateException("it ended with: " + said.toString().strip()));
    }

    public URI url() {
        return url;
    }

    public long pid() {
        return process.pid();
    }

    /** Processor time used so far, seconds. */
    public Optional<Double> cpuSeconds() {
        return process.toHandle().info().totalCpuDuration().map(used -> used.toMillis() / 1e3);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        deleteData();
    }

    private void deleteData() {
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println("left behind: " + data);
        }
    }
}
