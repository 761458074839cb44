package downbeat.classes.rig.domain;

import java.util.Collection;

/** Whether a rig, or a part of it, will do; the better first. */
public enum Verdict {
    /** Nothing stands in the way. */
    READY,
    /** A class can be held, and something of it will be worse than it need be. */
    USABLE,
    /** A class should not be held with this. */
    NOT_READY;

    /** The worst of several; of none, READY. */
    static Verdict worst(Collection<Verdict> all) {
        return all.stream().max(Verdict::compareTo).orElse(READY);
    }
}
