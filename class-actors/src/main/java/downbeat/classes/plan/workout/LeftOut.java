package downbeat.classes.plan.workout;

import downbeat.classes.plan.CuePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Texts of a file that a plan cannot hold. They are told of in its description, which stays with the plan. */
final class LeftOut {
    private static final int MOST_NAMED = 20;
    private static final String BEGINS = "Left out on import: ";

    private final List<Integer> lines = new ArrayList<>();

    void add(int line) {
        lines.add(line);
    }

    /** The description, as long as it may be, and a last line about what is missing. */
    String noted(String description) {
        if (lines.isEmpty()) {
            return PlainText.cut(description, CuePlan.MAX_DESCRIPTION);
        }
        var note = note();
        var kept = PlainText.cut(description, CuePlan.MAX_DESCRIPTION - note.length() - 1);
        return kept.isEmpty() ? note : kept + "\n" + note;
    }

    /** The last line of a description that was {@link #noted}. */
    static Optional<String> in(String description) {
        return Optional.of(description.substring(description.lastIndexOf('\n') + 1))
                .filter(line -> line.startsWith(BEGINS));
    }

    private String note() {
        var named = lines.stream().limit(MOST_NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        var texts = lines.size() == 1 ? "1 text" : lines.size() + " texts";
        return BEGINS + texts + " placed by distance (line " + named
                + (lines.size() > MOST_NAMED ? ", …" : "")
                + "); a class runs by time. Write timeoffset=\"30\", seconds from the start of the step, to hear them.";
    }
}
