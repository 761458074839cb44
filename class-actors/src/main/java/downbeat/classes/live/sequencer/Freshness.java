package downbeat.classes.live.sequencer;

/** Whether something that lasts elsewhere is to be read: at first, after every change, and again until it could be. One reading at a time. */
final class Freshness {
    private boolean stale = true;
    private boolean reading;

    /** It has changed since. */
    void lost() {
        stale = true;
    }

    /** Whether to read now; whoever is told so reads. */
    boolean toRead() {
        if (!stale || reading) {
            return false;
        }
        stale = false;
        reading = true;
        return true;
    }

    /** The reading is over. */
    void read(boolean could) {
        reading = false;
        stale |= !could;
    }
}
