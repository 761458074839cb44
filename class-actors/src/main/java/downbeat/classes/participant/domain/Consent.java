package downbeat.classes.participant.domain;

/** What a person may allow, each by itself and until withdrawn. */
public enum Consent {
    /** To keep a home cell of a few square kilometres, to find classes near it. */
    LOCATION,
    /** To show the heart rate to the trainer during a class. */
    HEART_RATE,
    /** To be told of new classes. */
    NEWS,
    /** To note which pop-ups were shown to them, for figures that tell of many only. */
    FIGURES
}
