package downbeat.web.http.imported;

import downbeat.web.http.problem.Problem;
import java.util.Map;
import java.util.Optional;

/** One row or event of a file that somebody brings, or why it is no pop-up. */
public sealed interface Brought {
    /** Where it begins in the file, from 1. */
    int line();

    /** By which it is known when it comes again; empty where it has none. */
    String key();

    String title();

    /**
     * What can become a draft.
     *
     * @param cells what the form of a pop-up says, by column
     * @param repeats whether this is one date of several, of which another may have been taken earlier
     * @param note what was not taken over
     */
    record Event(int line, String key, String title, Map<String, String> cells, boolean repeats, Optional<String> note)
            implements Brought {
        public Event {
            cells = Map.copyOf(cells);
        }
    }

    /** What is right and still not for an import: cancelled, or over. */
    record Skipped(int line, String key, String title, String code, String why) implements Brought {}

    record Wrong(int line, String key, String title, Problem problem) implements Brought {}
}
