package downbeat.web.structure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The libraries that a NOTICE lists. */
final class Notice {
    private static final Pattern LIBRARY = Pattern.compile(" {4}(\\S+) {2}(\\S+)");
    private static final Pattern UNDERLINE = Pattern.compile("-{3,}");

    /** A line: {@code group  artifact-version} under the heading of its licence. */
    record Library(String heading, String group, String jar) {}

    private Notice() {}

    static List<Library> libraries(Path notice) throws IOException {
        var libraries = new ArrayList<Library>();
        var heading = "";
        var before = "";
        for (var line : Files.readAllLines(notice)) {
            heading = UNDERLINE.matcher(line).matches() ? before : heading;
            var library = LIBRARY.matcher(line);
            if (library.matches()) {
                libraries.add(new Library(heading, library.group(1), library.group(2)));
            }
            before = line;
        }
        return libraries;
    }
}
