package downbeat.web.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** {@code downbeat serve} as a process of its own. */
final class ServedNode implements AutoCloseable {
    /** A shared machine starts three of these at once. */
    private static final Duration START = Duration.ofMinutes(3);

    private static final Duration STOP = Duration.ofSeconds(60);
    private static final String READY = "ready ";

    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();
    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    private ServedNode(Process process) {
        this.process = process;
        listen(process.getInputStream());
        listen(process.getErrorStream());
        var unused = process.onExit().thenRun(() -> ready.completeExceptionally(new IllegalStateException("it ended")));
    }

    /** Starts a node; {@link #url} waits until it serves. */
    static ServedNode launch(int port, Path data, Map<String, String> settings) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xmx384m",
                "-Xss16m",
                "-XX:TieredStopAtLevel=1", // three of them on two cores: to start soon counts, not to run fast
                "-Ddownbeat.node.patience=150s",
                "-Ddownbeat.identity.password.memory-kib=64",
                "-Ddownbeat.identity.password.iterations=1"));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "downbeat.web.Main"));
        command.addAll(List.of("serve", "--port", Integer.toString(port), "--data", data.toString()));
        try {
            return new ServedNode(new ProcessBuilder(command).start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int freePort() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A virtual thread would hold its carrier while it waits on a pipe. */
    private void listen(InputStream stream) {
        Thread.ofPlatform().daemon().name("served-node-output").start(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.add(line);
                    if (line.startsWith(READY)) {
                        ready.complete(line.substring(READY.length()));
                    }
                }
            } catch (IOException killed) {
                said.add(String.valueOf(killed.getMessage()));
            }
        });
    }

    /** Where it serves, once it does. */
    String url() {
        try {
            return ready.copy().get(START.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError("the node does not serve: " + said(), e);
        }
    }

    /** Every line so far, of standard output and standard error. */
    List<String> said() {
        return List.copyOf(said);
    }

    boolean hasSaid(String words) {
        return said.stream().anyMatch(line -> line.contains(words));
    }

    /** SIGTERM: asks it to stop; see {@link #awaitEnd}. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL. */
    void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Its exit status. */
    int awaitEnd() {
        try {
            return process.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS).exitValue();
        } catch (TimeoutException e) {
            throw new AssertionError("the node does not end: " + said(), e);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
