package downbeat.classes.live.log;

import java.util.List;

/** What somebody who comes back with a position gets. */
public sealed interface Resumption {

    /** Everything missed, in order, once. */
    record Recovered(List<Cue> missed) implements Resumption {
        public Recovered {
            missed = List.copyOf(missed);
        }
    }

    /** Some of what is held is not in the log any more: forget what is above {@code to}, then take {@code missed}. */
    record Rewound(long to, List<Cue> missed) implements Resumption {
        public Rewound {
            missed = List.copyOf(missed);
        }
    }

    /** The position cannot be served: another log, a gen never heard of, or older than the window. Nothing is replayed. */
    record Lost() implements Resumption {}
}
