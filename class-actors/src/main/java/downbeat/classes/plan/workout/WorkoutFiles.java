package downbeat.classes.plan.workout;

import downbeat.classes.plan.CuePlan;
import downbeat.kernel.bound.Wording;
import java.util.Locale;
import java.util.Optional;

/**
 * Workout files: Zwift {@code .zwo}, and {@code .mrc} and {@code .erg} as written by TrainerRoad, PerfPRO and others.
 *
 * <p>None of the three has an official description. What is read here is what occurs: for {@code .zwo} the elements and
 * attributes listed by github.com/h4l/zwift-workout-file-reference from Zwift's own workouts, and the spellings of
 * common editors.
 */
public final class WorkoutFiles {
    /** The largest file taken, bytes. Real ones have 1 to 50 KiB. */
    public static final int MAX_BYTES = 1 << 20;

    private WorkoutFiles() {}

    /**
     * Reads a workout of any of the three formats; the content decides, not the name. Control characters are noise and left
     * out. Texts placed by distance have no instant in a class and are left out too; the description of the plan says which.
     *
     * @param fileName as the trainer's computer calls it; the title when the file has none
     * @throws BadWorkoutException whatever is wrong with the bytes; nothing else is thrown
     */
    public static CuePlan read(String fileName, byte[] bytes) throws BadWorkoutException {
        if (bytes.length > MAX_BYTES) {
            throw new BadWorkoutException(
                    0,
                    "file",
                    "it has " + bytes.length + " bytes, at most " + MAX_BYTES + " are read; is it a workout?");
        }
        if (!Wording.sound(fileName)) {
            throw new BadWorkoutException(0, "name", "the name of the file " + Wording.RULE + "; rename the file");
        }
        var text = FileText.decode(bytes);
        var content = text.strip();
        if (content.isEmpty()) {
            throw new BadWorkoutException(0, "file", "it is empty; export the workout again");
        }
        if (content.startsWith("<")) {
            return ZwoReader.read(title(fileName), text);
        }
        if (content.toUpperCase(Locale.ROOT).contains("[COURSE ")) {
            return CourseReader.read(title(fileName), text, fileName);
        }
        throw new BadWorkoutException(
                0, "file", "it is neither a Zwift workout (.zwo) nor a course (.mrc, .erg); export it as one of these");
    }

    /** The plan as a Zwift workout, UTF-8. Reading it again gives the same segments and texts. */
    public static byte[] writeZwo(CuePlan plan) {
        return ZwoWriter.write(plan);
    }

    private static String title(String fileName) {
        var name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        var dot = name.lastIndexOf('.');
        return PlainText.line(dot > 0 ? name.substring(0, dot) : name);
    }

    /** What of the file a plan was read from could not be taken over: a sentence for the trainer, if there is something. */
    public static Optional<String> leftOut(CuePlan plan) {
        return LeftOut.in(plan.description());
    }
}
