package downbeat.classes.plan.workout;

/** A workout file cannot become a cue plan. The message is for the trainer: where, what, and how to put it right. */
public final class BadWorkoutException extends Exception {
    private static final long serialVersionUID = 1;

    private final int line;
    private final String element;

    /**
     * @param line counted from 1; 0 when it is the file as a whole
     * @param element the element, field or section, such as {@code SteadyState Power}
     * @param problem what is wrong and how to put it right, one sentence
     */
    BadWorkoutException(int line, String element, String problem) {
        super((line > 0 ? "line " + line + ", " : "") + element + ": " + problem);
        this.line = line;
        this.element = element;
    }

    /** Counted from 1; 0 when it is the file as a whole. */
    public int line() {
        return line;
    }

    /** The element, field or section, such as {@code SteadyState Power}. */
    public String element() {
        return element;
    }
}
