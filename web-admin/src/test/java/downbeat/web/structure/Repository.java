package downbeat.web.structure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where things are in a checkout; tests run in a module's folder. */
final class Repository {
    static final Path ROOT = root();

    private Repository() {}

    /** README and everything under docs/. */
    static List<Path> pages() throws IOException {
        try (var docs = Files.walk(ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CHANGELOG.md")),
                            docs.filter(file -> file.toString().endsWith(".md")))
                    .toList();
        }
    }

    private static Path root() {
        for (var here = Path.of("").toAbsolutePath(); here != null; here = here.getParent()) {
            if (Files.exists(here.resolve("NOTICE"))) {
                return here;
            }
        }
        throw new IllegalStateException("run the tests inside a checkout");
    }
}
