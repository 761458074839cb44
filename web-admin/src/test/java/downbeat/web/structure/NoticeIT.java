package downbeat.web.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NOTICE names every library that is shipped beside the jar, no other, and each under its own licence. */
class NoticeIT {
    private static final List<String> OURS =
            List.of("cluster", "class-actors", "popup-events", "micro-drops", "geo-discovery");

    /** What the POMs say of the libraries under each heading. */
    private static final Map<String, Set<String>> HEADINGS = Map.ofEntries(
            Map.entry("Apache License 2.0", Set.of("Apache-2.0")),
            Map.entry("Akka: Apache License 2.0 since the Change Date of each release", Set.of("BUSL-1.1")),
            Map.entry("BSD-2-Clause", Set.of("BSD-2-Clause")),
            Map.entry("BSD-3-Clause", Set.of("BSD-3-Clause")),
            Map.entry("CC0 or BSD-2-Clause", Set.of("CC0-1.0", "BSD-2-Clause")),
            Map.entry("MIT", Set.of("MIT")),
            Map.entry("MIT No Attribution (MIT-0)", Set.of("MIT-0")),
            Map.entry(
                    "Eclipse Public License 2.0 or LGPL 2.1 (Downbeat uses it under the EPL)",
                    Set.of("EPL-2.0", "LGPL-2.1")),
            Map.entry(
                    "Mozilla Public License 2.0 or EPL 1.0 (Downbeat uses it under the MPL)",
                    Set.of("MPL-2.0", "EPL-1.0")),
            Map.entry("Unicode License V3", Set.of("Unicode-3.0")),
            Map.entry("Garmin FIT Protocol License Agreement", Set.of("Garmin-FIT")),
            Map.entry("Eclipse Distribution License 1.0, which is BSD-3-Clause", Set.of("EDL-1.0")),
            Map.entry(
                    "Eclipse Public License 2.0, GPL 2.0 with Classpath exception or EDL 1.0 (Downbeat uses it under the EPL)",
                    Set.of("EPL-2.0", "GPL-2.0-with-classpath-exception", "EDL-1.0")));

    @TempDir
    Path folder;

    @Test
    void the_notice_lists_what_is_shipped_and_nothing_else() throws IOException {
        assertThat(listed().stream().map(Notice.Library::jar))
                .containsExactlyInAnyOrderElementsOf(shipped(Repository.ROOT.resolve("web-admin/target/lib")));
    }

    @Test
    void every_library_stands_under_the_licence_of_its_pom() throws IOException {
        for (var library : listed()) {
            assertThat(HEADINGS).as("the headings of NOTICE").containsKey(library.heading());
            assertThat(PomLicences.of(library))
                    .as("licences in the POM of %s, listed under %s", library.jar(), library.heading())
                    .isEqualTo(HEADINGS.get(library.heading()));
        }
    }

    @Test
    void a_library_under_another_licence_is_found() throws IOException {
        var notice = Files.writeString(folder.resolve("NOTICE"), "MIT\n---\n    com.h2database  h2-2.5.252\n");
        var wrong = Notice.libraries(notice).getFirst();
        assertThat(wrong).isEqualTo(new Notice.Library("MIT", "com.h2database", "h2-2.5.252"));
        assertThat(PomLicences.of(listed(wrong.jar()))).isNotEqualTo(HEADINGS.get("MIT"));
    }

    private static Notice.Library listed(String jar) throws IOException {
        var artifact = jar.substring(0, jar.indexOf('-'));
        return listed().stream()
                .filter(it -> it.jar().startsWith(artifact + "-"))
                .findFirst()
                .orElseThrow();
    }

    private static List<Notice.Library> listed() throws IOException {
        return Notice.libraries(Repository.ROOT.resolve("NOTICE"));
    }

    private static List<String> shipped(Path lib) throws IOException {
        try (var jars = Files.list(lib)) {
            return jars.map(jar -> jar.getFileName().toString().replaceFirst("\\.jar$", ""))
                    .filter(jar -> OURS.stream().noneMatch(own -> jar.startsWith(own + "-0")))
                    .toList();
        }
    }
}
