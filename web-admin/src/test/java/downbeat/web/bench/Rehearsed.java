package downbeat.web.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The command {@code rehearse}, run as a process of its own against a node that is up. */
final class Rehearsed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Rehearsed() {}

    /** @return its report; that it found nothing wrong is in there */
    static JsonNode report(String url, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                "downbeat.web.Main",
                "rehearse",
                "--json",
                "--url",
                url));
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] said = process.getInputStream().readAllBytes();
        JsonNode report = JSON.readTree(said);
        if (report == null || report.isMissingNode()) {
            throw new IOException("rehearse said nothing");
        }
        return report;
    }

    /** {@code p50 / p95 / p99 / max}, in ms. */
    static String percentiles(JsonNode of) {
        return String.format(
                Locale.ROOT,
                "%.1f / %.1f / %.1f / %.1f",
                of.path("p50").asDouble(),
                of.path("p95").asDouble(),
                of.path("p99").asDouble(),
                of.path("max").asDouble());
    }
}
