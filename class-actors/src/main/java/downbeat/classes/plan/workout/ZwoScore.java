package downbeat.classes.plan.workout;

import downbeat.classes.plan.CuePlan;
import downbeat.classes.plan.SpokenText;
import downbeat.classes.plan.Sport;
import java.time.Duration;
import java.util.Set;

/** Follows the elements of a Zwift workout and fills the outline. */
final class ZwoScore {
    private static final Set<String> ROOTS = Set.of("workoutfile", "workout");
    private static final Set<String> TEXTS = Set.of("textevent", "textnotification");

    private final Outline outline;
    private final StringBuilder words = new StringBuilder();
    private String name = "";
    private String description = "";
    private Sport sport = Sport.BIKE;

    /** Depth of the open workout and step elements; 0 when none is open. */
    private int workoutDepth;

    private int stepDepth;
    private Duration stepStart = Duration.ZERO;

    ZwoScore(Outline outline) {
        this.outline = outline;
    }

    void start(Element element, int depth) throws BadWorkoutException {
        if (depth == 1 && !ROOTS.contains(element.key())) {
            throw element.bad("this is not a Zwift workout; its first element would be workout_file");
        }
        words.setLength(0);
        if (workoutDepth == 0) {
            if (element.key().equals("workout")) {
                workoutDepth = depth;
            }
        } else if (TEXTS.contains(element.key())) {
            say(element);
        } else if (stepDepth == 0) {
            step(element, depth);
        }
    }

    void characters(String text) {
        if (words.length() < CuePlan.MAX_DESCRIPTION) {
            words.append(text);
        }
    }

    void end(int line, String key, int depth) throws BadWorkoutException {
        if (depth == stepDepth) {
            stepDepth = 0;
        } else if (depth == workoutDepth) {
            workoutDepth = 0;
        } else if (workoutDepth == 0) {
            field(line, key);
        }
        words.setLength(0);
    }

    CuePlan plan(String fallbackTitle) throws BadWorkoutException {
        return outline.plan(name.isBlank() ? fallbackTitle : name, description, sport);
    }

    private void field(int line, String key) throws BadWorkoutException {
        switch (key) {
            case "name" -> name = PlainText.line(words.toString());
            case "description" -> description = PlainText.block(words.toString());
            case "sporttype" -> sport = words.toString().strip().equalsIgnoreCase("run") ? Sport.RUN : Sport.BIKE;
            case "durationtype" -> {
                if (words.toString().strip().equalsIgnoreCase("distance")) {
                    throw new BadWorkoutException(
                            line,
                            "durationType",
                            "its steps are measured by distance, a class runs by time; choose time in the editor");
                }
            }
            default -> {}
        }
    }

    /** Unknown elements are let pass unless they take time: leaving those out would shift everything after them. */
    private void step(Element element, int depth) throws BadWorkoutException {
        if (ZwoStep.isStep(element)) {
            stepDepth = depth;
            stepStart = outline.length();
            new ZwoStep(element, outline).read();
        } else if (element.figure("Duration", "OnDuration").isPresent()
                && !element.key().endsWith("event")) {
            throw element.bad("this kind of step is not known; use Warmup, SteadyState, Ramp, IntervalsT, FreeRide,"
                    + " MaxEffort, Cooldown or Rest");
        }
    }

    /**
     * The offset counts from the start of the step, of an IntervalsT from its first repeat; outside of steps from the start.
     * An offset by distance alone is no instant: when it comes depends on how fast each rides.
     */
    private void say(Element element) throws BadWorkoutException {
        var offset = element.figure("timeoffset");
        var message = element.text("message", "mssage", "text");
        if (message.isEmpty()) {
            throw element.bad("it has no message; add message=\"…\" or delete it");
        }
        var text = PlainText.line(message.get());
        if (text.isEmpty()) {
            return;
        }
        if (offset.isEmpty() && element.figure("distoffset").isPresent()) {
            outline.leaveOut(element.line());
            return;
        }
        var from = stepDepth > 0 ? stepStart : Duration.ZERO;
        var at = offset.isPresent() ? from.plus(offset.get().seconds()) : from;
        outline.say(element.line(), element.name(), new SpokenText(at, text, show(element)), row(element));
    }

    /** Where Zwift shows it. That orders lines of one instant, no more, so what is no number does no harm. */
    private static double row(Element element) throws BadWorkoutException {
        var row = element.figure("y");
        return row.isPresent() && row.get().isNumber() ? row.get().number() : 0;
    }

    private static Duration show(Element element) throws BadWorkoutException {
        var given = element.figure("duration");
        if (given.isPresent()) {
            var show = given.get().seconds();
            return show.isZero() ? SpokenText.USUAL_SHOW : show;
        }
        return SpokenText.USUAL_SHOW;
    }
}
