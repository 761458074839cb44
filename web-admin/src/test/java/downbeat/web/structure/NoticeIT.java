package downbeat.web.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** NOTICE names every library that is shipped beside the jar. */
class NoticeIT {
    private static final List<String> OURS =
            List.of("cluster", "class-actors", "popup-events", "micro-drops", "geo-discovery");

    @Test
    void every_shipped_library_stands_in_the_notice_with_its_version() throws IOException {
        var notice = Files.readString(Repository.ROOT.resolve("NOTICE"));
        var lib = Repository.ROOT.resolve("web-admin/target/lib");
        try (var jars = Files.list(lib)) {
            var missing = jars.map(jar -> jar.getFileName().toString().replaceFirst("\\.jar$", ""))
                    .filter(jar -> OURS.stream().noneMatch(own -> jar.startsWith(own + "-0")))
                    .filter(jar -> !notice.contains(jar))
                    .sorted()
                    .toList();
            assertThat(missing).as("libraries without a line in NOTICE").isEmpty();
        }
    }
}
