package downbeat.classes.live.quality;

/**
 * How much besides cues a device is given, from the most to the least. No rung takes cues, state or control away.
 * {@link #AUTONOMOUS} is no server's choice: it is what a device is on without a socket.
 */
public enum Rung {
    FULL(80, 1, 0, true),
    LEAN(60, 2, 0, true),
    TRAINER_LOW(40, 0, 1, true),
    AUDIO_FIRST(20, 0, 5, true),
    CUE_ONLY(-1, 0, Rung.NEVER, false),
    AUTONOMOUS(-1, 0, Rung.NEVER, false);

    private static final int NEVER = Integer.MAX_VALUE;

    private final int floor;
    private final int secondsBetweenBoards;
    private final int secondsBetweenRosters;
    private final boolean hands;

    Rung(int floor, int secondsBetweenBoards, int secondsBetweenRosters, boolean hands) {
        this.floor = floor;
        this.secondsBetweenBoards = secondsBetweenBoards;
        this.secondsBetweenRosters = secondsBetweenRosters;
        this.hands = hands;
    }

    /** Whether everybody's biofeedback is due in this second of the class. */
    public boolean boardAt(long second) {
        return secondsBetweenBoards > 0 && second % secondsBetweenBoards == 0;
    }

    /** Whether a device is given its own member's biofeedback, where it is not given everybody's. */
    public boolean ownReading() {
        return this == TRAINER_LOW;
    }

    /** Whether changes of the roster are told as they happen. */
    public boolean rosterAtOnce() {
        return secondsBetweenRosters == 0;
    }

    /** Whether changes of the roster that were kept back are due in this second of the class. */
    public boolean rosterAt(long second) {
        return !rosterAtOnce() && secondsBetweenRosters != NEVER && second % secondsBetweenRosters == 0;
    }

    public boolean roster() {
        return secondsBetweenRosters != NEVER;
    }

    public boolean hands() {
        return hands;
    }

    /** A link must score more than this, of 100, to earn the rung. */
    int floor() {
        return floor;
    }

    public boolean below(Rung other) {
        return compareTo(other) > 0;
    }

    /** The next better one; the best is its own. */
    Rung up() {
        return switch (this) {
            case FULL, LEAN -> FULL;
            case TRAINER_LOW -> LEAN;
            case AUDIO_FIRST -> TRAINER_LOW;
            case CUE_ONLY -> AUDIO_FIRST;
            case AUTONOMOUS -> CUE_ONLY;
        };
    }

    static Rung lower(Rung one, Rung other) {
        return one.below(other) ? one : other;
    }
}
