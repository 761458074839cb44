package downbeat.classes.rig.figures;

/**
 * What a figure can be at all; whether it is good enough is another question.
 *
 * @param least inclusive
 * @param most inclusive
 */
public record Range(double least, double most) {

    /** Whether it is a number between the two; NaN never is. */
    public boolean holds(double figure) {
        return figure >= least && figure <= most;
    }

    /** @throws IllegalArgumentException naming the figure */
    void check(String name, double figure) {
        if (!holds(figure)) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", not " + figure);
        }
    }
}
