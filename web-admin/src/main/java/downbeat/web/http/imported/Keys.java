package downbeat.web.http.imported;

import downbeat.web.http.problem.ProblemType;

/** By what an event is known when its file comes again. */
final class Keys {
    /** As long as RFC 7986 lets a UID be. */
    static final int LONGEST = 255;

    private Keys() {}

    static void check(String field, String key) {
        if (key.isEmpty()) {
            throw ProblemType.MISSING_FIELD.at(
                    field, "is missing: without it the event would be made again each time the file is brought.");
        }
        if (key.length() > LONGEST) {
            throw ProblemType.BAD_FIELD.at(field, "must have at most " + LONGEST + " characters.");
        }
    }

    /** As an answer shows it, however long it is. */
    static String shown(String key) {
        return key.length() > LONGEST ? key.substring(0, LONGEST) + "…" : key;
    }
}
