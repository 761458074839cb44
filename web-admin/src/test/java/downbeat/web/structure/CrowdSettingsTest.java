package downbeat.web.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A JVM takes the settings that docs/operations.md gives for a crowd. */
class CrowdSettingsTest {
    private static final String TOLERANT = "-XX:+IgnoreUnrecognizedVMOptions";
    /** The first JDK that knows all of them. */
    private static final int ALL_KNOWN = 25;

    @Test
    void the_settings_for_a_crowd_are_known_to_the_jvm() throws IOException, InterruptedException {
        List<String> settings = settings();
        assertThat(settings).contains(TOLERANT, "-XX:+UseCompactObjectHeaders").hasSizeGreaterThan(4);
        if (Runtime.version().feature() >= ALL_KNOWN) {
            settings.remove(TOLERANT);
        }
        settings.removeIf(it -> it.startsWith("-Xm")); // as much memory as a test may have
        settings.addFirst(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        settings.addAll(List.of("-Xmx64m", "-version"));
        Process process = new ProcessBuilder(settings).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static List<String> settings() throws IOException {
        String command = Files.readAllLines(Repository.ROOT.resolve("docs/operations.md")).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("java ") && line.contains("-Xmn"))
                .findFirst()
                .orElseThrow();
        return new ArrayList<>(List.of(
                command.substring("java ".length(), command.indexOf(" -jar")).split(" ")));
    }
}
