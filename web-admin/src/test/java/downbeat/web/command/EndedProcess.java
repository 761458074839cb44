package downbeat.web.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the packaged jar said and how it ended, as a process of its own. */
record EndedProcess(int status, List<String> out, List<String> err, Duration took) {
    private static final Path JAR = Path.of("target/downbeat.jar").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** {@code java -jar downbeat.jar arguments…} in {@code folder}. */
    static EndedProcess of(Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(arguments);
        Path out = Files.createTempFile(folder, "out", "");
        Path err = Files.createTempFile(folder, "err", "");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        long began = System.nanoTime();
        Process process = builder.start();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            throw new AssertionError("it did not end: " + Files.readString(out) + Files.readString(err));
        }
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        return new EndedProcess(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err), took);
    }
}
