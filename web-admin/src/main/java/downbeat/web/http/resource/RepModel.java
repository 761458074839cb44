package downbeat.web.http.resource;

import downbeat.web.http.operation.Form;
import java.util.regex.Pattern;

/**
 * What a rep model says: which exercises, how many times, in which tempo, and where in the plan, by its segment or by its moments.
 *
 * <pre>{@code
 * {"exercises": [
 *   {"name": "Squat", "reps": 12, "tempo": "3-1-1", "segment": 2},
 *   {"name": "Push-up", "reps": 10, "fromMs": 600000, "toMs": 660000}
 * ]}
 * }</pre>
 */
final class RepModel {
    private static final int MOST_EXERCISES = 200;
    private static final int MOST_REPS = 1000;
    /** As many as a plan may have, counted from 0. */
    private static final int LAST_SEGMENT = 1999;

    private static final int LATEST_MS = 24 * 60 * 60 * 1000;
    /** Seconds down, at the bottom, up and, if it is said, at the top. */
    private static final Pattern TEMPO = Pattern.compile("[0-9]{1,2}(-[0-9]{1,2}){2,3}");

    private RepModel() {}

    /** Fails with a problem that names the line, or the field, that is wrong. */
    static void check(byte[] body) {
        Form.parse(body)
                .only("exercises")
                .objects("exercises", 1, MOST_EXERCISES)
                .forEach(RepModel::exercise);
    }

    private static void exercise(Form form) {
        form.only("name", "reps", "tempo", "segment", "fromMs", "toMs");
        form.text("name", 1, 80);
        form.integer("reps", 1, MOST_REPS);
        form.optionalText("tempo", 1, 16)
                .filter(text -> !TEMPO.matcher(text).matches())
                .ifPresent(text -> {
                    throw form.bad("tempo", "must be seconds down, held, up and, if wanted, held, such as 3-1-1.");
                });
        place(form);
    }

    private static void place(Form form) {
        if (form.has("segment")) {
            form.integer("segment", 0, LAST_SEGMENT);
            if (form.has("fromMs") || form.has("toMs")) {
                throw form.bad("segment", "must not come with fromMs and toMs: give the one or the other.");
            }
        } else if (form.has("fromMs")) {
            var from = form.integer("fromMs", 0, LATEST_MS - 1);
            form.integer("toMs", from + 1, LATEST_MS);
        } else {
            throw form.bad("segment", "is required, counted from 0, or fromMs and toMs instead of it.");
        }
    }
}
