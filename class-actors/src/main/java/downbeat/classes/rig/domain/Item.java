package downbeat.classes.rig.domain;

/** A part of a rig that is judged by itself. */
public enum Item {
    CAMERA("The camera was not checked."),
    MICROPHONE("The microphone was not checked."),
    BATTERY("The battery was not checked."),
    LINK("The link was not measured."),
    POP("No PoP was reached."),
    AUDIO("The delay of sound was not checked.");

    private final String unchecked;

    Item(String unchecked) {
        this.unchecked = unchecked;
    }

    /** What was not checked is not ready: nothing is gained by leaving a figure out. */
    Finding unchecked() {
        return new Finding(this, Verdict.NOT_READY, java.util.List.of(unchecked));
    }
}
