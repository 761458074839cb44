package downbeat.web.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** A server process on loopback, its processor time and its memory. */
final class LocalProcess implements AutoCloseable {
    private final Process process;

    LocalProcess(String... command) throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread.ofPlatform().daemon().start(() -> drain(process));
    }

    private static void drain(Process process) {
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.lines().forEach(line -> {});
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    void awaitPort(int port) throws IOException, InterruptedException {
        for (int n = 0; n < 100; n++) {
            try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (probe.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(Duration.ofMillis(100));
            }
        }
        throw new IOException("nothing listens on port " + port);
    }

    /** The machine's load average of the last minute. */
    static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0];
    }

    double cpuSeconds() {
        return cpuSeconds(process.toHandle());
    }

    /** Of a process and its descendants, whose times {@code ProcessHandle} reads from the kernel in 10 ms ticks. */
    static double cpuSeconds(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants())
                .mapToDouble(
                        p -> p.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3)
                .sum();
    }

    double residentMb() {
        return residentMb(process.pid());
    }

    static double residentMb(long pid) {
        return status(pid, "VmRSS") / 1024.0;
    }

    static long threads(long pid) {
        return status(pid, "Threads");
    }

    private static long status(long pid, String field) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith(field + ":"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
